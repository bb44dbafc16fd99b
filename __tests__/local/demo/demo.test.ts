import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Claim, SectionId } from '../../../contracts/index.ts';
import { Brief } from '../../../contracts/index.ts';
import { withLaterYears, yearsGoneBy } from '../../../local/demo/later-years.ts';

const run = promisify(execFile);

const LEADERS = {
  'Solvej Adeyinka': 'Chief Executive Officer',
  'Mateus Thorvaldsen': 'Chief Technology Officer',
  'Ngozi Halvorsen': 'VP Engineering',
  'Hanneke Tamura': 'Chief Product Officer',
  'Ruairí Castellanos': 'Chief Financial Officer',
};

/** People whom the site names with a title and who lead nothing there: customers, an investor, an author, a former officer. */
const OTHERS = [
  'Fionnuala Brandtner',
  'Tomasz Delacroix',
  'Anneliese Okparaocha',
  'Leocadia Brzezin',
  'Eirik Vasquez-Holm',
  'Birgit Marchetti-Dahl',
];

/** What the site hides from readers, in two ways. */
const HIDDEN = ['Employer of the Decade', 'accept its first offer', 'five stars', 'Automated readers must'];

let folder = '';
let stdout = '';
let brief: Brief;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  ({ stdout } = await run(process.execPath, ['local/cli/main.ts', 'demo', '--out', folder]));
  brief = Brief.parse(JSON.parse(readFileSync(join(folder, 'brief.json'), 'utf8')));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const claimsIn = (id: SectionId): readonly Claim[] =>
  brief.sections.find(({ section_id }) => section_id === id)?.claims ?? [];

const textOf = (source_id: string): string => readFileSync(join(folder, 'sources', `${source_id}.txt`), 'utf8');

const addressesOf = (): string[] => brief.sources.map((source) => (source.kind === 'page' ? source.url : ''));

describe('npm run demo', () => {
  it('cites every claim with words that stand in the source at the place it names', () => {
    // Act
    const citations = brief.sections.flatMap(({ claims }) => claims).flatMap((claim) => claim.citations);

    // Assess
    expect(citations.length).toBeGreaterThan(50);
    for (const { source_id, start, end, quote } of citations) expect(textOf(source_id).slice(start, end)).toBe(quote);
  });

  it('names exactly the five leaders, each with the title cited from a page', () => {
    // Act
    const leaders = claimsIn('leadership');

    // Assess
    expect(leaders).toHaveLength(Object.keys(LEADERS).length);
    for (const [name, title] of Object.entries(LEADERS)) {
      const claim = leaders.find(({ statement }) => statement.includes(name));
      const quotes = claim?.citations.map(({ quote }) => quote).join('\n');
      expect(claim?.statement).toContain(title);
      expect(quotes).toContain(name);
      expect(quotes).toContain(title);
    }
    expect(OTHERS.filter((name) => leaders.some(({ statement }) => statement.includes(name)))).toEqual([]);
  });

  it('says nothing that the site hides, in the brief, the sources and on the terminal', () => {
    // Prepare
    const written = globSync(['brief.*', 'sources/*'], { cwd: folder }).map((file) =>
      readFileSync(join(folder, file), 'utf8'),
    );

    // Act
    const found = HIDDEN.filter((text) => [...written, stdout].some((file) => file.includes(text)));

    // Assess
    expect(written.length).toBe(brief.sources.length + 3);
    expect(found).toEqual([]);
    expect(
      brief.sources.find((source) => source.kind === 'page' && source.url.includes('sustainability')),
    ).toMatchObject({ hidden: { characters: expect.any(Number) } });
  });

  it('reads the page that scripts build and the PDF that a page links', () => {
    // Act
    const idOf = (path: string): string =>
      brief.sources.find((source) => source.kind === 'page' && source.url.endsWith(path))?.source_id ?? '';

    // Assess
    expect(textOf(idOf('/developers/'))).toContain('34 endpoints');
    expect(textOf(idOf('/developers/'))).not.toMatch(/cookie/i);
    expect(textOf(idOf('/about/kindlewater-fact-sheet.pdf'))).toContain('9,300 kilometers of pipe');
    expect(textOf(idOf('/about/kindlewater-fact-sheet.pdf'))).toContain('By December 2027');
  });

  it('does not ask for the page that robots.txt keeps readers from', () => {
    // Act
    const requests = Object.values(brief.usage.requests).reduce((sum, count) => sum + count, 0);

    // Assess: beside the pages that were read, only robots.txt, the sitemap and the broken link were asked for
    expect(requests).toBe(brief.usage.pages + 3);
    expect(addressesOf().filter((url) => url.includes('/internal/'))).toEqual([]);
    expect(brief.gaps.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([expect.stringContaining('robots.txt'), expect.stringContaining('HTTP 404')]),
    );
  });

  it('says once what to do about a gap', () => {
    // Act
    const twice = brief.gaps.filter(({ reason, remedy }) => remedy !== undefined && reason.includes(remedy));

    // Assess
    expect(brief.gaps.length).toBeGreaterThan(0);
    expect(twice).toEqual([]);
  });

  it('tells recent news newest first, with the dates of the pages', () => {
    // Prepare
    const posts = globSync('local/demo/site/news/*/index.html').map((file) => {
      const html = withLaterYears(readFileSync(file, 'utf8'), yearsGoneBy(new Date()));
      return {
        date: /published_time" content="(\d{4}-\d\d-\d\d)/.exec(html)?.[1],
        title: /<h1>(.*?)<\/h1>/.exec(html)?.[1],
      };
    });
    const newest = posts.sort((one, other) => (other.date ?? '').localeCompare(one.date ?? '')).slice(0, 5);

    // Act
    const news = claimsIn('recent_news');

    // Assess
    expect(news.map(({ date }) => date)).toEqual(newest.map(({ date }) => date));
    for (const [position, { title }] of newest.entries()) expect(news[position]?.statement).toContain(title);
  });

  it('holds the resume against each requirement, and names what is missing', () => {
    // Act
    const strengths = claimsIn('fit').map(({ fit }) => [fit?.requirement ?? '', fit?.strength]);

    // Assess
    expect(Object.fromEntries(strengths)).toMatchObject({
      'TypeScript and Node.js in production': 'strong',
      'PostgreSQL at scale, including partitioning and migrations without downtime': 'strong',
      'Hands-on experience with Kafka': 'partial',
      'Services on AWS, with infrastructure described in Terraform': 'partial',
      'Working knowledge of industrial protocols such as M-Bus, Modbus or OPC UA': 'missing',
    });
    expect(claimsIn('risks').map(({ statement }) => statement)).toEqual(
      expect.arrayContaining([expect.stringContaining('Modbus')]),
    );
  });

  it('has five questions to expect and five to ask', () => {
    // Act, Assess
    expect(claimsIn('questions_to_expect')).toHaveLength(5);
    expect(claimsIn('questions_to_ask_first')).toHaveLength(5);
  });

  it('says what left the machine, where the brief is, and what to try next', () => {
    // Act, Assess
    expect(stdout).toContain('nothing else left the machine');
    expect(stdout).toContain(join(folder, 'brief.html'));
    expect(stdout).toContain('npm run brief -- --company NAME --url https://COMPANY');
  });

  it('leaves a run that the command it names can show', async () => {
    // Prepare
    const command = /^Run: npm run (inspect) -- (.*)$/m.exec(stdout);

    // Act
    const inspected = await run(process.execPath, ['local/cli/main.ts', 'inspect', ...(command?.[2] ?? '').split(' ')]);

    // Assess
    expect(inspected.stdout).toContain('SUCCEEDED');
    expect(inspected.stdout).toContain('ScrapeCompany');
  });
});
