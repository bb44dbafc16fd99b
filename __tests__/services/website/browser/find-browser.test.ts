import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../../../../contracts/index.ts';
import { launchBrowser } from '../../../../services/website/browser/browser-process.ts';
import { findBrowser } from '../../../../services/website/browser/find-browser.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = await temporaryFolder('browser');

/** Installs a program that says what it is and ends. */
function install(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '#!/bin/sh\necho "this is no browser" >&2\nexit 1\n', { mode: 0o755 });
  return path;
}

describe('the browser of the user', () => {
  it.each([
    ['linux', (root: string) => ({ PATH: `${root}/nothing:${root}/bin` }), '/bin/chromium'],
    ['darwin', (root: string) => ({ HOME: root }), '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', (root: string) => ({ LOCALAPPDATA: root }), '\\Google\\Chrome\\Application\\chrome.exe'],
  ] as const)('is found where installers put it on %s', (platform, environmentOf, place) => {
    // Prepare
    const root = join(folder, platform);
    const program = install(`${root}${place}`);

    // Act, assess
    expect(findBrowser(environmentOf(root), platform)).toBe(program);
  });

  it('is the one that CHROME_PATH names', () => {
    const program = install(join(folder, 'own/chrome'));
    expect(findBrowser({ CHROME_PATH: program, PATH: '' }, 'linux')).toBe(program);
  });

  it.each([
    ['nowhere', { PATH: '' }, /neither was found.*Install Google Chrome or Chromium/],
    [
      'not where CHROME_PATH says',
      { PATH: '', CHROME_PATH: '/no/such/chrome' },
      /CHROME_PATH names \/no\/such\/chrome/,
    ],
    ['a folder', { PATH: '', CHROME_PATH: '/' }, /no program that can be run/],
  ])('is missing when it is %s', (_name, environment, message) => {
    expect(() => findBrowser(environment, 'linux')).toThrow(ConfigurationError);
    expect(() => findBrowser(environment, 'linux')).toThrow(message);
  });

  it('that does not start is a wrong setting, told with what the program says', async () => {
    // Prepare
    const program = install(join(folder, 'broken/chrome'));

    // Act
    const launching = launchBrowser(program, folder);

    // Assess
    await expect(launching).rejects.toThrow(ConfigurationError);
    await expect(launching).rejects.toThrow(/did not start as a browser does.*this is no browser/);
  });
});
