import type { JsonObject } from '../../page/json-values.ts';
import { asList, asObject, asText } from '../../page/json-values.ts';
import type { BoardApi } from './board-role.ts';
import { fact } from './board-role.ts';

/** The interface that Workable's own widget for careers pages asks (help.workable.com: "Workable careers page widget"). */
export const workable: BoardApi = {
  addressOf: ({ company }) => `https://apply.workable.com/api/v1/widget/accounts/${company}?details=true`,
  rolesIn: (answer) => asList(asObject(answer)?.jobs),
  nameIn: (answer) => asText(asObject(answer)?.name),
  roleOf: (job, { company }) => ({
    url: `https://apply.workable.com/${company}/j/${asText(job.shortcode)}/`,
    title: asText(job.title),
    location: place(job),
    department: asText(job.department),
    facts: [
      ...fact('Employment', asText(job.employment_type)),
      ...fact('Workplace', job.telecommuting === true ? 'remote' : ''),
      ...fact('Experience', asText(job.experience)),
      ...fact('Education', asText(job.education)),
    ],
    description: [asText(job.description), asText(job.requirements), asText(job.benefits)],
    published: asText(job.published_on) || asText(job.created_at),
  }),
};

function place({ city, state, country }: JsonObject): string {
  return [asText(city), asText(state), asText(country)].filter((part) => part !== '').join(', ');
}
