import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { healthySite } from '../../fixtures/wild-web/scenarios.ts';
import type { WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { runCommand } from '../../support/run-command.ts';
import { briefFlags, briefIn, continuedId } from './brief-flags.ts';
import { hangingSite, readingBegun } from './hanging-site.ts';

const flags = await briefFlags('long-runs');

/** Seconds in which a busy machine reads a home page. */
const DEADLINE_SECONDS = 8;

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
  await readingBegun(site);
  return { child, err: () => err };
}

/** The words of the command that was printed to go on, as a person would type them. */
function printedWords(text: string): string[] {
  return ['brief', ...(/(?:go on|finish it) with: npm run brief -- (.+)/.exec(text)?.[1] ?? '').split(' ')];
}

describe('a run that takes long', () => {
  it('writes at the deadline what was read by then, and names what was not', async () => {
    // Prepare
    const { site } = await hangingSite();
    const { argv, out } = flags(site);

    // Act
    const { exitCode } = await runCommand([...argv, '--deadline', String(DEADLINE_SECONDS)]);
    await site.close();

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    const brief = await briefIn(out);
    expect(brief.sources.length).toBeGreaterThan(0);
    expect(brief.sources.length).toBeLessThan(8);
    expect(JSON.stringify(brief.gaps)).toMatch(/deadline/);
  });

  it('stops cleanly on Ctrl-C, says how to go on, and goes on', async () => {
    // Prepare
    const { site, answer } = await hangingSite();
    const { argv, out } = flags(site);
    const { child, err } = await runningProcess(argv, site);

    // Act
    child.kill('SIGINT');
    const [exitCode] = (await once(child, 'close')) as [number];
    answer();
    const id = continuedId(err());
    const continued = await runCommand(printedWords(err()));
    await site.close();

    // Assess
    expect(exitCode).toBe(EXIT_CODES.interrupted);
    expect(err()).not.toMatch(/\n\s+at /);
    expect(continued.exitCode).toBe(EXIT_CODES.done);
    expect((await briefIn(out)).execution_id).toBe(`${id}-2`);
  });

  it('is not lost when its process is killed: inspect tells, and the command that the next start prints finishes it as it was given', async () => {
    // Prepare
    const { site, answer } = await hangingSite();
    const quick = await serveScenario(healthySite);
    const { argv, data, out } = flags(site);
    const { child } = await runningProcess([...argv, '--ocr', 'off', '--max-cost', '2'], site);

    // Act
    child.kill('SIGKILL');
    await once(child, 'close');
    answer();
    const other = flags(quick);
    const next = await runCommand([...other.argv, '--data-dir', data]);
    const inspected = await runCommand(['inspect', continuedId(next.err), '--data-dir', data]);
    const continued = await runCommand(printedWords(next.err));
    await Promise.all([site.close(), quick.close()]);

    // Assess
    expect(next.exitCode).toBe(EXIT_CODES.done);
    expect(inspected.out).toMatch(/ABORTED/);
    expect(printedWords(next.err).slice(3)).toEqual([
      '--allow-host',
      site.host,
      '--ocr',
      'off',
      '--max-cost',
      '2',
      '--data-dir',
      data,
      '--out',
      out,
    ]);
    expect(continued.exitCode).toBe(EXIT_CODES.done);
    expect(await briefIn(out)).toMatchObject({ execution_id: `${continuedId(next.err)}-2`, made_by: { ocr: 'off' } });
  });
});
