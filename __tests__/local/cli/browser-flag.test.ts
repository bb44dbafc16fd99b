import { afterEach, describe, expect, it } from '@jest/globals';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { continueLine } from '../../../local/cli/continue-line.ts';
import { healthySite } from '../../fixtures/wild-web/scenarios.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('browser-flag');
const before = process.env.CHROME_PATH;

afterEach(() => {
  if (before === undefined) delete process.env.CHROME_PATH;
  else process.env.CHROME_PATH = before;
});

describe('--browser', () => {
  it('says before any work that there is no browser, and what to do', async () => {
    // Prepare
    process.env.CHROME_PATH = `${folder}/no-such-chrome`;
    const site = await serveScenario(healthySite);

    // Act
    const { exitCode, err } = await runCommand([
      ...['brief', '--company', 'Brightwell', '--url', site.url, '--allow-host', site.host, '--browser'],
      ...['--data-dir', folder, '--out', `${folder}/out`],
    ]);
    await site.close();

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toContain('no-such-chrome, which is no program that can be run');
    expect(err).toContain('Install Google Chrome or Chromium');
    expect(site.paths).toEqual([]);
  });

  it('is given again to go on with a run', () => {
    // Act
    const line = continueLine('01abc', {
      allowHost: [],
      writer: 'local',
      analyzer: 'local',
      ocr: 'off',
      browser: true,
    });

    // Assess
    expect(line).toMatch(/--continue 01abc .*--browser/);
  });
});
