import { asList, asObject, asText } from '../../page/json-values.ts';
import type { BoardApi } from './board-role.ts';

/** Greenhouse's Job Board API (developers.greenhouse.io/job-board.html): `content` is HTML with its signs escaped. */
export const greenhouse: BoardApi = {
  addressOf: ({ company }, host) =>
    host.includes('.eu.') ? undefined : `https://boards-api.greenhouse.io/v1/boards/${company}/jobs?content=true`,
  rolesIn: (answer) => asList(asObject(answer)?.jobs),
  nameIn: (answer) => asText(asObject(asList(asObject(answer)?.jobs)[0])?.company_name),
  // Companies may show their roles on pages of their own (`absolute_url`), which then hold the board as a frame.
  roleOf: (job, { company }) => ({
    url: `https://boards.greenhouse.io/${company}/jobs/${asText(job.id)}`,
    title: asText(job.title),
    location: asText(job.location),
    department: asText(job.departments),
    facts: [],
    description: [unescaped(asText(job.content))],
    published: asText(job.first_published) || asText(job.updated_at),
  }),
};

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function unescaped(html: string): string {
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => SIGNS[name] ?? '');
}
