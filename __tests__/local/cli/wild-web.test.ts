import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES, SessionRow } from '../../../contracts/index.ts';
import {
  CHALLENGES,
  calendarTrap,
  challengePage,
  consentOnly,
  healthySite,
  millionUrlSitemap,
  notFoundHome,
  onePageSite,
  redirectsTo,
  robotsDisallowAll,
  scriptOnlyShell,
  tooManyRequests,
} from '../../fixtures/wild-web/scenarios.ts';
import type { Scenario } from '../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import type { CommandResult } from '../../support/run-command.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('wild-web');
const resume = join(folder, 'resume.txt');
await writeFile(
  resume,
  'Ada Sample\n\nExperience\n\n- Built the billing of a bank in TypeScript, 2021 to 2024\n- Led a team of 6\n\nSkills\n\nTypeScript, PostgreSQL\n',
);

let runs = 0;

/** Runs `brief` on an address with a data folder and output folder of its own. */
async function brief(
  url: string,
  ...flags: string[]
): Promise<CommandResult & { readonly data: string; readonly outFolder: string }> {
  runs += 1;
  const [data, outFolder] = [join(folder, `data-${runs}`), join(folder, `out-${runs}`)];
  const company = ['--company', 'Brightwell Instruments', '--url', url, '--deadline', '200'];
  const argv = ['brief', ...company, '--data-dir', data, '--out', outFolder, ...flags];
  return { ...(await runCommand(argv)), data, outFolder };
}

async function withSite<Result>(
  scenario: Scenario,
  run: (site: { url: string; host: string }) => Promise<Result>,
): Promise<Result> {
  const site = await serveScenario(scenario);
  try {
    return await run(site);
  } finally {
    await site.close();
  }
}

async function rowOf(data: string, err: string): Promise<SessionRow> {
  const id = /inspect (?:-- )?(\S+)/.exec(err)?.[1] ?? '';
  const { out } = await runCommand(['inspect', id, '--json', '--data-dir', data]);
  return SessionRow.parse((JSON.parse(out) as { session: unknown }).session);
}

async function briefOf(outFolder: string): Promise<Brief> {
  return Brief.parse(JSON.parse(await readFile(join(outFolder, 'brief.json'), 'utf8')));
}

/** A site that gives nothing, what is said about it, and what the person is told to do. */
interface Row {
  readonly name: string;
  readonly scenario: Scenario;
  readonly says: RegExp;
  readonly error: 'SiteUnavailableError' | 'TransientUpstreamError';
}

const NOTHING_TO_READ: readonly Row[] = [
  { name: 'a home page that is not found', scenario: notFoundHome, says: /404/, error: 'SiteUnavailableError' },
  {
    name: 'robots.txt that keeps everybody out',
    scenario: robotsDisallowAll,
    says: /robots\.txt/,
    error: 'SiteUnavailableError',
  },
  {
    name: 'a challenge of a bot wall with 403',
    scenario: challengePage(403),
    says: /bot|challenge|human/i,
    error: 'SiteUnavailableError',
  },
  {
    name: 'a challenge of a bot wall with 200',
    scenario: challengePage(200),
    says: /bot|challenge|human/i,
    error: 'SiteUnavailableError',
  },
  { name: 'too many requests', scenario: tooManyRequests(), says: /429|too many/i, error: 'TransientUpstreamError' },
  { name: 'nothing but scripts', scenario: scriptOnlyShell, says: /script/i, error: 'SiteUnavailableError' },
  { name: 'a consent wall', scenario: consentOnly, says: /consent|cookie/i, error: 'SiteUnavailableError' },
  {
    name: 'a redirect to a private address',
    scenario: redirectsTo('http://10.0.0.1/'),
    says: /10\.0\.0\.1/,
    error: 'SiteUnavailableError',
  },
];

describe('a site that gives nothing', () => {
  it.each(NOTHING_TO_READ)(
    '$name: without documents the run fails and says what to do, and the row tells the same',
    async ({ scenario, says }) => {
      await withSite(scenario, async ({ url, host }) => {
        // Act
        const { exitCode, err, data } = await brief(url, '--allow-host', host);

        // Assess
        expect(exitCode).toBe(EXIT_CODES.no_evidence);
        expect(err).toMatch(/NoEvidenceError/);
        expect(err).toMatch(says);
        expect(err).toMatch(/--also|--document saved\.html|--job -|run it again/);
        const row = await rowOf(data, err);
        expect(row).toMatchObject({
          status: 'FAILED',
          failure: { state: 'AnalyzeWithComprehend', error: 'AnalyzeWithComprehend.NoEvidenceError' },
        });
        expect(row.failure?.cause).toMatch(says);
        expect(err).toContain(row.failure?.remedy);
      });
    },
  );

  it.each(NOTHING_TO_READ)(
    '$name: with a resume there is a brief with the gap named',
    async ({ scenario, says, error }) => {
      await withSite(scenario, async ({ url, host }) => {
        // Act
        const { exitCode, outFolder } = await brief(url, '--allow-host', host, '--resume', resume);

        // Assess
        expect(exitCode).toBe(EXIT_CODES.done);
        const written = await briefOf(outFolder);
        expect(written.degraded).toBe(true);
        expect(written.sources.map(({ source_id }) => source_id)).toEqual(['D1']);
        const gap = written.gaps.find((candidate) => candidate.error === error);
        expect(gap?.reason).toMatch(says);
        expect(gap?.remedy).toMatch(/--also|--document saved\.html|--job -|again/);
      });
    },
  );

  it('never quotes a challenge or a consent text, whatever the wall looks like', async () => {
    for (const body of Object.values(CHALLENGES)) {
      await withSite(challengePage(200, body), async ({ url, host }) => {
        // Act
        const { outFolder } = await brief(url, '--allow-host', host, '--resume', resume);

        // Assess
        const quotes = (await briefOf(outFolder)).sections.flatMap(({ claims }) =>
          claims.flatMap(({ citations }) => citations),
        );
        expect(quotes.filter(({ source_id }) => source_id.startsWith('W'))).toEqual([]);
      });
    }
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    { name: 'an unknown name', url: 'https://no-such-name.invalid/', says: /no-such-name\.invalid/ },
    { name: 'a host that refuses', url: 'http://127.0.0.1:9/', says: /127\.0\.0\.1:9/, allow: '127.0.0.1:9' },
  ])('$name: exit code 3 with the remedy', async ({ url, says, allow }) => {
    // Act
    const { exitCode, err } = await brief(url, ...(allow === undefined ? [] : ['--allow-host', allow]));

    // Assess
    expect(exitCode).toBe(EXIT_CODES.no_evidence);
    expect(err).toMatch(says);
    expect(err).toMatch(/What to do: /);
  });

  it('a server that does not speak TLS', async () => {
    await withSite(healthySite, async ({ url, host }) => {
      // Act
      const { exitCode, err } = await brief(url.replace('http:', 'https:'), '--allow-host', host);

      // Assess
      expect(exitCode).toBe(EXIT_CODES.no_evidence);
      expect(err).toMatch(/TLS|certificate|secure/i);
    });
  });

  it.each([
    ['http://127.0.0.1:1/', /private|loopback|allow-host/i],
    ['http://169.254.169.254/latest/meta-data/', /private|link-local|metadata|public/i],
    ['http://[::1]/', /private|loopback|public/i],
    ['ftp://acme.example/', /http or https/],
    ['https://user:secret@acme.example/', /user name or password/],
    ['not an address', /--url/],
  ])('%s is refused with exit code 2', async (url, says) => {
    // Act
    const { exitCode, err } = await brief(url);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/RejectedInputError/);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('a site that is odd but gives something', () => {
  it('a page of one: its brief cites that page', async () => {
    await withSite(onePageSite, async ({ url, host }) => {
      // Act
      const { exitCode, outFolder } = await brief(url, '--allow-host', host);

      // Assess
      expect(exitCode).toBe(EXIT_CODES.done);
      expect((await briefOf(outFolder)).sources.map(({ source_id }) => source_id)).toEqual(['W1']);
    });
  });

  it('a home page that moved to another host: the move is named', async () => {
    await withSite(healthySite, async (target) => {
      await withSite(redirectsTo(target.url), async ({ url, host }) => {
        // Act
        const { exitCode, outFolder } = await brief(url, '--allow-host', host, '--allow-host', target.host);

        // Assess
        expect(exitCode).toBe(EXIT_CODES.done);
        const written = await briefOf(outFolder);
        expect(written.sources.length).toBeGreaterThan(1);
        expect(JSON.stringify([written.gaps, written.sources.map(({ warnings }) => warnings)])).toContain(target.host);
      });
    });
  });

  it.each([
    { name: 'a calendar without end', scenario: calendarTrap },
    { name: 'a sitemap of a million addresses', scenario: millionUrlSitemap },
  ])('$name: the pages that matter are read, within the limit', async ({ scenario }) => {
    await withSite(scenario, async ({ url, host }) => {
      // Act
      const { exitCode, outFolder } = await brief(url, '--allow-host', host, '--max-pages', '6');

      // Assess
      expect(exitCode).toBe(EXIT_CODES.done);
      const written = await briefOf(outFolder);
      const kinds = written.sources.map((source) => (source.kind === 'page' ? source.page_kind : 'document'));
      expect(kinds).toEqual(expect.arrayContaining(['home', 'about', 'team', 'careers']));
      expect(kinds.length).toBeLessThanOrEqual(6);
    });
  });
});
