import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES } from '../../../contracts/index.ts';
import { healthySite, notFoundHome, slowSite } from '../../fixtures/wild-web/scenarios.ts';
import type { Scenario, WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const RUN_TIMEOUT_MS = 90_000;

/** Milliseconds a page of the slow site takes: long enough to be caught in the middle of a run. */
const SLOW_PAGE_MS = 1_500;

/** A site whose home page answers at once and nothing else before any deadline. */
const slowBehindHome: Scenario = (path, request) => ({
  ...(healthySite(path, request) ?? {}),
  ...(path === '/' || path === '/robots.txt' ? {} : { delay_milliseconds: RUN_TIMEOUT_MS }),
});

const folder = await temporaryFolder('long-runs');
let runs = 0;

function flags(site: WildSite): { readonly argv: string[]; readonly data: string; readonly out: string } {
  runs += 1;
  const [data, out] = [join(folder, `data-${runs}`), join(folder, `out-${runs}`)];
  return {
    data,
    out,
    argv: [
      'brief',
      '--company',
      'Brightwell Instruments',
      '--url',
      site.url,
      '--allow-host',
      site.host,
      '--data-dir',
      data,
      '--out',
      out,
    ],
  };
}

/** A run in a process of its own, caught while it reads the site. */
async function runningProcess(
  argv: readonly string[],
  site: WildSite,
): Promise<{ child: ChildProcess; err: () => string }> {
  const child = spawn(process.execPath, ['local/cli/main.ts', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString('utf8');
  });
  while (site.paths.filter((path) => path === '/').length === 0) await sleep(50);
  return { child, err: () => err };
}

async function briefOf(out: string): Promise<Brief> {
  return Brief.parse(JSON.parse(await readFile(join(out, 'brief.json'), 'utf8')));
}

/** The words of the command that was printed to go on, as a person would type them. */
function printedWords(text: string): string[] {
  return ['brief', ...(/go on with: npm run brief -- (.+)/.exec(text)?.[1] ?? '').split(' ')];
}

function continueId(text: string): string {
  return /--continue (\S+)/.exec(text)?.[1] ?? '';
}

describe('a run that takes long', () => {
  it(
    'writes at the deadline what was read by then, and names what was not',
    async () => {
      // Prepare
      const site = await serveScenario(slowBehindHome);
      const { argv, out } = flags(site);

      // Act
      const { exitCode } = await runCommand([...argv, '--deadline', '5']);
      await site.close();

      // Assess
      expect(exitCode).toBe(EXIT_CODES.done);
      const brief = await briefOf(out);
      expect(brief.sources.length).toBeGreaterThan(0);
      expect(brief.sources.length).toBeLessThan(8);
      expect(JSON.stringify(brief.gaps)).toMatch(/deadline/);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'stops cleanly on Ctrl-C, says how to go on, and goes on',
    async () => {
      // Prepare
      const site = await serveScenario(slowSite(SLOW_PAGE_MS));
      const { argv, out } = flags(site);
      const { child, err } = await runningProcess(argv, site);

      // Act
      child.kill('SIGINT');
      const [exitCode] = (await once(child, 'close')) as [number];
      const id = continueId(err());
      const continued = await runCommand(printedWords(err()));
      await site.close();

      // Assess
      expect(exitCode).toBe(EXIT_CODES.interrupted);
      expect(err()).not.toMatch(/\n\s+at /);
      expect(continued.exitCode).toBe(EXIT_CODES.done);
      expect((await briefOf(out)).execution_id).toBe(`${id}-2`);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'is not lost when its process is killed: the next start names it, inspect tells, continue finishes it',
    async () => {
      // Prepare
      const slow = await serveScenario(slowSite(SLOW_PAGE_MS));
      const quick = await serveScenario(healthySite);
      const { argv, data, out } = flags(slow);
      const { child } = await runningProcess(argv, slow);

      // Act
      child.kill('SIGKILL');
      await once(child, 'close');
      const other = flags(quick);
      const next = await runCommand([...other.argv.slice(0, -4), '--data-dir', data, '--out', other.out]);
      const id = continueId(next.err);
      const inspected = await runCommand(['inspect', id, '--data-dir', data]);
      const continued = await runCommand([
        'brief',
        '--continue',
        id,
        '--data-dir',
        data,
        '--out',
        out,
        '--allow-host',
        slow.host,
      ]);
      await Promise.all([slow.close(), quick.close()]);

      // Assess
      expect(next.exitCode).toBe(EXIT_CODES.done);
      expect(inspected.out).toMatch(/ABORTED/);
      expect(continued.exitCode).toBe(EXIT_CODES.done);
      expect((await briefOf(out)).company_name).toBe('Brightwell Instruments');
    },
    RUN_TIMEOUT_MS,
  );
});

describe('what a run leaves', () => {
  it(
    'is the brief in three forms and the text of every source, so that each quote can be checked',
    async () => {
      // Prepare
      const site = await serveScenario(healthySite);
      const { argv, out } = flags(site);

      // Act
      const { exitCode, out: printed, err } = await runCommand(argv);
      await site.close();

      // Assess
      expect(exitCode).toBe(EXIT_CODES.done);
      const brief = await briefOf(out);
      expect((await readdir(out)).sort()).toEqual(['brief.html', 'brief.json', 'brief.md', 'sources']);
      const citations = brief.sections.flatMap(({ claims }) => claims.flatMap((claim) => claim.citations));
      expect(citations.length).toBeGreaterThan(0);
      for (const { source_id, start, end, quote } of citations) {
        const text = await readFile(join(out, 'sources', `${source_id}.txt`), 'utf8');
        expect(text.slice(start, end)).toBe(quote);
      }
      expect(printed).toMatch(
        new RegExp(`requests to ${site.host.replaceAll('.', '\\.')}; nothing else left the machine`),
      );
      expect(printed).toContain('What they do');
      const requests = `${site.paths.length} requests`;
      expect(err).toContain(`, ${requests}, `);
      expect(printed).toContain(`${requests} to ${site.host}`);
      expect(err).toMatch(/✔ Reading the website · \d+ pages/);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'is JSON on standard output when asked for, and the same run can be taken apart with inspect',
    async () => {
      // Prepare
      const site = await serveScenario(healthySite);
      const { argv, data } = flags(site);

      // Act
      const { out } = await runCommand(
        [...argv, '--json', '--job', '-'],
        'Requirements\n- 5 years of TypeScript\n- Experience with PostgreSQL\n',
      );
      await site.close();

      // Assess
      const brief = Brief.parse(JSON.parse(out));
      expect(brief.sources.some((source) => source.kind === 'document' && source.purpose === 'job_description')).toBe(
        true,
      );
      const inspected = await runCommand(['inspect', brief.session_id, '--data-dir', data]);
      expect(inspected.out).toMatch(/GenerateBrief\s+succeeded/);
      expect(inspected.out).not.toContain('PostgreSQL');
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'can be written again from the finished run, without reading anything again',
    async () => {
      // Prepare
      const site = await serveScenario(healthySite);
      const { argv, data, out } = flags(site);
      await runCommand(argv);
      const first = await briefOf(out);
      await site.close();
      const elsewhere = join(folder, 'written-again');

      // Act
      const again = await runCommand(['brief', '--continue', first.session_id, '--data-dir', data, '--out', elsewhere]);

      // Assess
      expect(again.exitCode).toBe(EXIT_CODES.done);
      expect(await briefOf(elsewhere)).toEqual(first);
    },
    RUN_TIMEOUT_MS,
  );
});

describe('a run on a terminal', () => {
  it(
    'shows the states live, each with its counts, and ends with the brief',
    async () => {
      // Prepare
      const site = await serveScenario(healthySite);
      const { argv, out } = flags(site);

      // Act
      const { exitCode, err } = await runCommand(argv, '', { terminal: true });
      await site.close();

      // Assess
      expect(exitCode).toBe(EXIT_CODES.done);
      expect(err).toMatch(/Reading the website · \d+ pages/);
      expect(err).toMatch(/Writing the brief and checking every claim · \d+ sections/);
      expect((await briefOf(out)).sections.length).toBeGreaterThan(0);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'ends too when the run fails, and shows where',
    async () => {
      // Prepare
      const site = await serveScenario(notFoundHome);

      // Act
      const { exitCode, err } = await runCommand(flags(site).argv, '', { terminal: true });
      await site.close();

      // Assess
      expect(exitCode).toBe(EXIT_CODES.no_evidence);
      expect(err).toMatch(/Finding names, phrases and tone · .*NoEvidenceError/);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'ends too on Ctrl-C',
    async () => {
      // Prepare
      const site = await serveScenario(slowSite(SLOW_PAGE_MS));
      const running = runCommand(flags(site).argv, '', { terminal: true });
      while (!site.paths.includes('/')) await sleep(50);

      // Act
      process.emit('SIGINT');
      const { exitCode, err } = await running;
      await site.close();

      // Assess
      expect(exitCode).toBe(EXIT_CODES.interrupted);
      expect(continueId(err)).not.toBe('');
    },
    RUN_TIMEOUT_MS,
  );
});
