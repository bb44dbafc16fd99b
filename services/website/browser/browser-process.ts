import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { ConfigurationError } from '../../../contracts/index.ts';
import { browserArguments } from './browser-arguments.ts';
import { CdpConnection, textOf } from './cdp-connection.ts';
import { BROWSER_VARIABLE } from './find-browser.ts';
import { BROWSER_START_TIMEOUT_MILLISECONDS, PROFILE_REMOVAL_TRIES } from './limits.ts';

/** Characters of what a browser says when it does not start. */
const MAX_COMPLAINT_CHARACTERS = 600;

/** A browser that runs, until it is closed. */
export interface BrowserProcess {
  readonly connection: CdpConnection;
  /** Name and version, such as `Chrome/150.0.7871.100`. */
  readonly version: string;
  /** Ends the browser with all its processes and removes its folder. Never rejects. */
  close(): Promise<void>;
}

/**
 * Starts a browser with a folder of its own inside `folder` that goes when it is closed, or when this process ends before.
 *
 * @throws ConfigurationError when it does not start, with what it says
 */
export async function launchBrowser(program: string, folder: string = tmpdir()): Promise<BrowserProcess> {
  const profile = mkdtempSync(join(folder, 'interview-brief-browser-'));
  const child = spawn(program, browserArguments(profile, process.getuid?.() === 0), {
    // A process group of its own, so that all its processes can be ended together.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const endNow = (): void => {
    killAll(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  };
  process.once('exit', endNow);
  const complaint = listenToComplaints(child);
  const connection = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  child.once('error', (error) => connection.close(error.message));
  const close = async (): Promise<void> => {
    process.off('exit', endNow);
    connection.close('the browser was closed');
    killAll(child);
    await ended(child);
    await rm(profile, { recursive: true, force: true, maxRetries: PROFILE_REMOVAL_TRIES, retryDelay: 100 });
  };
  try {
    const version = await connection.send('Browser.getVersion', {}, undefined, BROWSER_START_TIMEOUT_MILLISECONDS);
    return { connection, version: textOf(version.product).replace('Headless', ''), close };
  } catch (error) {
    await close();
    throw new ConfigurationError(
      `${program} did not start as a browser does: ${error instanceof Error ? error.message : String(error)}.${complaint()}`,
      {
        cause: error,
        remedy: `Start it by hand to see what it lacks, name another with ${BROWSER_VARIABLE}, or leave --browser out.`,
      },
    );
  }
}

function listenToComplaints(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MAX_COMPLAINT_CHARACTERS);
  });
  return () => (said.trim() === '' ? '' : ` It said: ${said.trim().replace(/\s+/g, ' ')}`);
}

/** Ends the browser and the processes that it started. */
function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: the group is gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits for the end of a process that was started; of one that never was there is nothing to wait for. */
function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
