import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '../../contracts/index.ts';
import { DEFAULT_PORT, MAX_PORTS_TRIED } from './limits.ts';

/** Listens at the port that was asked for, or at 3000 or the next one that is free, and gives it. Throws `ConfigurationError` when that cannot be. */
export async function listen(server: Server, host: string, port: number | undefined): Promise<number> {
  const candidates = port === undefined ? Array.from({ length: MAX_PORTS_TRIED }, (_, n) => DEFAULT_PORT + n) : [port];
  for (const candidate of candidates) {
    if (await tryToListen(server, host, candidate)) return (server.address() as AddressInfo).port;
  }
  throw new ConfigurationError(`No port can be had at ${host}: ${candidates[0]} to ${candidates.at(-1)} are taken.`, {
    remedy: 'Name another one with --port.',
  });
}

async function tryToListen(server: Server, host: string, port: number): Promise<boolean> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw new ConfigurationError(`The server cannot listen at ${host}:${port}: ${(error as Error).message}.`, {
      cause: error,
      remedy: 'Name an address of this machine with --host and a port above 1023 with --port.',
    });
  }
}
