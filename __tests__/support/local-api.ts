import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import type { Client } from 'openapi-fetch';
import createClient from 'openapi-fetch';
import type { components, paths } from '../../docs/examples/api-types.ts';
import type { LocalServer, LocalServerOptions } from '../../local/server/local-server.ts';
import { startLocalServer } from '../../local/server/local-server.ts';
import { dataFolder } from '../../local/services/data-folder.ts';
import { removeFolder } from './temporary-folder.ts';

/** A run as the API tells of it. */
export type Run = components['schemas']['Run'];

/** A local server of a test, and the client that is generated from the API's description. */
export interface LocalApi {
  readonly server: LocalServer;
  readonly api: Client<paths>;
}

/** Milliseconds between two looks at a run. */
const POLL_MS = 50;

/** What is closed and removed after the tests of the file, newest first. */
const cleanups: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** Makes a folder for the runs of several servers, one after the other. */
export async function runsFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'local-api-'));
  cleanups.push(() => removeFolder(folder));
  return folder;
}

/** Starts a server at a free port, closed after the tests of the file if not before. */
export async function localApi(options: Partial<LocalServerOptions> & { folder?: string } = {}): Promise<LocalApi> {
  const folder = options.folder ?? (await runsFolder());
  const server = await startLocalServer({
    data: dataFolder(folder),
    host: '127.0.0.1',
    port: 0,
    allow_hosts: [],
    ...options,
  });
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= server.close();
    return closed;
  };
  cleanups.push(close);
  return { server: { ...server, close }, api: createClient<paths>({ baseUrl: server.url }) };
}

/** Asks for a run until it stands as wanted; by default until it has ended. */
export async function runWhen(
  { api }: Pick<LocalApi, 'api'>,
  executionId: string,
  wanted: (run: Run) => boolean = ({ status }) => status !== 'QUEUED' && status !== 'RUNNING',
): Promise<Run> {
  for (;;) {
    const { data, error } = await api.GET('/pipeline/{executionId}', { params: { path: { executionId } } });
    if (data === undefined) throw new Error(`The run cannot be asked for: ${JSON.stringify(error)}`);
    if (wanted(data)) return data;
    await delay(POLL_MS);
  }
}
