import { afterEach, describe, expect, it } from '@jest/globals';
import type { WebsiteContent } from '../../../../services/website/website-reader.ts';
import { BOARDS } from '../../../fixtures/career-boards/answers.ts';
import type { SiteWithBoard } from '../../../fixtures/career-boards/serve-board.ts';
import { serveSiteWithBoard } from '../../../fixtures/career-boards/serve-board.ts';
import { readSite } from '../read-site.ts';

const open: SiteWithBoard[] = [];

async function serve(...board: Parameters<typeof serveSiteWithBoard>): Promise<SiteWithBoard> {
  const served = await serveSiteWithBoard(...board);
  open.push(served);
  return served;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

function kindsAndTitles({ pages }: WebsiteContent): string[][] {
  return pages.map(({ page_kind, title }) => [page_kind, title]);
}

describe.each(Object.entries(BOARDS))('a career board at %s that the site links', (_service, fixture) => {
  it('is read as part of the company: its list, its roles and their descriptions, by one request', async () => {
    // Prepare
    const { site, board, options } = await serve(fixture);

    // Act
    const content = await readSite(site, {}, options);

    // Assess
    expect(kindsAndTitles(content)).toEqual([
      ['home', 'Brightwell Instruments'],
      ['careers', expect.stringMatching(/^Jobs at brightwell/i)],
      ['role', 'Firmware Engineer'],
      ['role', 'Account Manager'],
    ]);
    const [, listing, engineer] = content.pages;
    expect(listing?.blocks.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Firmware Engineer, Odense/)]),
    );
    expect(engineer?.published_at).toBe('2026-10-05');
    expect(new URL(engineer?.url ?? '').hostname).toBe(fixture.host);
    expect(engineer?.blocks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'list_item', text: expect.stringMatching(/^Location: Odense/) }),
        expect.objectContaining({ text: expect.stringContaining('forty thousand meters once a quarter') }),
        expect.objectContaining({ kind: 'heading', text: 'What you bring' }),
        expect.objectContaining({ kind: 'list_item', text: 'Five years of C on small processors' }),
        ...(fixture.salary === undefined ? [] : [expect.objectContaining({ text: fixture.salary })]),
      ]),
    );
    expect(board.paths.filter((path) => path !== '/robots.txt')).toEqual([fixture.api[1]]);
    expect(JSON.stringify(content)).not.toContain('Secret Manager');
  });

  it('is left to its pages when its interface does not answer', async () => {
    // Prepare
    const { site, board, options } = await serve(fixture, undefined, 404);

    // Act
    const content = await readSite(site, {}, options);

    // Assess: the pages of these boards show nothing without scripts.
    expect(kindsAndTitles(content)).toEqual([['home', 'Brightwell Instruments']]);
    expect(board.paths).toContain(fixture.listing);
    expect(content.gaps[0]?.where).toContain(fixture.host);
  });
});

describe('a career board', () => {
  it.each([
    ['a frame', (origin: string) => `<iframe src="${origin}/embed/job_board?for=brightwell"></iframe>`],
    ['a script', (origin: string) => `<script src="${origin}/embed/job_board/js?for=brightwell"></script>`],
    ['a link to one role', (origin: string) => `<a href="${origin}/brightwell/jobs/1">Firmware Engineer</a>`],
  ])('is found by %s of the site', async (_name, lead) => {
    // Prepare
    const { site, options } = await serve(BOARDS.greenhouse, lead);

    // Act
    const content = await readSite(site, {}, options);

    // Assess
    expect(kindsAndTitles(content)).toEqual(expect.arrayContaining([['role', 'Firmware Engineer']]));
  });

  it('gives the page of a job that is named, form or not', async () => {
    // Prepare
    const { site, board, options } = await serve(BOARDS.ashby, () => '');

    // Act
    const job_url = `http://jobs.ashbyhq.com:${board.port}/brightwell/0a1b-2/application`;
    const content = await readSite(site, { job_url }, options);

    // Assess
    expect(kindsAndTitles(content)).toEqual([
      ['job_description', 'Account Manager'],
      ['home', 'Brightwell Instruments'],
    ]);
  });

  it('of another company is not read, nor more than three roles', async () => {
    // Prepare
    const jobs = Array.from({ length: 9 }, (_, index) => ({
      id: index,
      title: `Engineer number ${'I'.repeat(index + 1)}`,
      location: { name: 'Odense' },
      content: `You do the ${index}. thing of nine, all day, and write down what came of it.`,
      departments: [{ name: index < 6 ? 'Engineering' : 'Quality' }],
    }));
    const { site, options } = await serve(
      { ...BOARDS.greenhouse, answer: () => ({ jobs }) },
      (origin) => `<a href="${origin}/brightwell">Jobs</a><a href="${origin}/another">Jobs of our partner</a>`,
    );

    // Act
    const content = await readSite(site, {}, options);

    // Assess: one role of each department before the second of any.
    expect(content.pages.filter(({ page_kind }) => page_kind === 'role').map(({ title }) => title)).toEqual([
      'Engineer number I',
      'Engineer number IIIIIII',
      'Engineer number II',
    ]);
    expect(content.pages.filter(({ page_kind }) => page_kind === 'careers')).toHaveLength(1);
  });
});
