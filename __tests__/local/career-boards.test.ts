import { describe, expect, it } from '@jest/globals';
import { Brief, BriefRequest } from '../../contracts/index.ts';
import { LOCAL_OWNER } from '../../handlers/http/owner.ts';
import { startPipeline } from '../../handlers/pipeline-starts.ts';
import { dataFolder } from '../../local/services/data-folder.ts';
import { openLocalServices } from '../../local/services/open-local-services.ts';
import { loadJson } from '../../services/sources/manifest-store.ts';
import { createWebsiteReader } from '../../services/website/crawling-website-reader.ts';
import { BOARDS } from '../fixtures/career-boards/answers.ts';
import type { SiteWithBoard } from '../fixtures/career-boards/serve-board.ts';
import { serveSiteWithBoard } from '../fixtures/career-boards/serve-board.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('career-boards');

/** The brief of a run on this machine, in which names lead to the servers of the test. */
async function briefOf({ site, options }: SiteWithBoard): Promise<Brief> {
  const { services, executions, close } = openLocalServices({
    data: dataFolder(folder),
    allow_hosts: options.allow_hosts,
    adapt: (steps) => ({ ...steps, website: createWebsiteReader(options) }),
  });
  try {
    const request = BriefRequest.parse({ company_name: 'Brightwell Instruments', company_url: site.url });
    const { row } = await startPipeline(services, request, { owner: LOCAL_OWNER });
    await executions.waitFor(row.execution_id);
    const pointers = (await services.sessions.get(row.session_id))?.brief;
    if (pointers === undefined) throw new Error('The run made no brief.');
    return await loadJson(services.artifacts, pointers.json, Brief);
  } finally {
    await close();
  }
}

describe('the brief of a company with a career board', () => {
  it.each(Object.entries(BOARDS))('names its open roles with the board at %s as their source', async (_name, board) => {
    // Prepare
    const served = await serveSiteWithBoard(board);

    // Act
    const brief = await briefOf(served);
    await served.close();

    // Assess
    const roles = brief.sections.flatMap(({ section_id, claims }) => (section_id === 'open_roles' ? claims : []));
    const cited = new Set(roles.flatMap(({ citations }) => citations.map(({ source_id }) => source_id)));
    const sources = brief.sources.filter(({ source_id }) => cited.has(source_id));
    expect(roles.map(({ statement }) => statement).join('; ')).toMatch(/Firmware Engineer.*Account Manager/);
    expect(JSON.stringify(sources)).toContain(board.host);
    expect(brief.sources.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Firmware Engineer', 'Account Manager']),
    );
  });
});
