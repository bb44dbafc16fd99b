import { describe, expect, it } from '@jest/globals';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { healthySite, notFoundHome } from '../../fixtures/wild-web/scenarios.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { runCommand } from '../../support/run-command.ts';
import { briefFlags, briefIn, continuedId } from './brief-flags.ts';
import { hangingSite, readingBegun } from './hanging-site.ts';

const flags = await briefFlags('terminal');

describe('a run on a terminal', () => {
  it('shows the states live, each with its counts, and ends with the brief', async () => {
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
    expect((await briefIn(out)).sections.length).toBeGreaterThan(0);
  });

  it('ends too when the run fails, and shows where', async () => {
    // Prepare
    const site = await serveScenario(notFoundHome);

    // Act
    const { exitCode, err } = await runCommand(flags(site).argv, '', { terminal: true });
    await site.close();

    // Assess
    expect(exitCode).toBe(EXIT_CODES.no_evidence);
    expect(err).toMatch(/Finding names, phrases and tone · .*NoEvidenceError/);
  });

  it('ends too on Ctrl-C', async () => {
    // Prepare
    const { site } = await hangingSite();
    const running = runCommand(flags(site).argv, '', { terminal: true });
    await readingBegun(site);

    // Act
    process.emit('SIGINT');
    const { exitCode, err } = await running;
    await site.close();

    // Assess
    expect(exitCode).toBe(EXIT_CODES.interrupted);
    expect(continuedId(err)).not.toBe('');
  });
});
