import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ConfigurationError } from '../../../contracts/index.ts';
import type { Environment } from '../../environment.ts';

/** Names under which Linux distributions install Chrome and Chromium. */
const COMMANDS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

const MAC_APPLICATIONS = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'];

const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];

/** The variable that names another browser; other tools that drive Chrome use the same. */
export const BROWSER_VARIABLE = 'CHROME_PATH';

const REMEDY = `Install Google Chrome or Chromium, name the program with ${BROWSER_VARIABLE}, or leave --browser out.`;

/**
 * The program of the Chrome or Chromium that the user has installed: what `CHROME_PATH` names, else where installers put it.
 *
 * @throws ConfigurationError when there is none, or `CHROME_PATH` names no program
 */
export function findBrowser(environment: Environment, platform: NodeJS.Platform = process.platform): string {
  const named = environment[BROWSER_VARIABLE];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new ConfigurationError(`${BROWSER_VARIABLE} names ${named}, which is no program that can be run.`, {
      remedy: REMEDY,
    });
  }
  const found = placesOf(environment, platform).find(isProgram);
  if (found !== undefined) return found;
  throw new ConfigurationError(
    `--browser needs Google Chrome or Chromium, and neither was found on this machine. ${REMEDY}`,
    { remedy: REMEDY },
  );
}

function placesOf(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin')
    return ['/Applications', join(environment.HOME ?? '/', 'Applications')].flatMap((folder) =>
      MAC_APPLICATIONS.map((application) => join(folder, application)),
    );
  if (platform === 'win32')
    return [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => `${folder}\\${program}`));
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
