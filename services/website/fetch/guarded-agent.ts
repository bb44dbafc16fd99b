import type { LookupFunction, Socket } from 'node:net';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { CONNECT_TIMEOUT_MILLISECONDS, MAX_CONCURRENT_PER_HOST, MAX_HEADER_BYTES } from '../limits.ts';
import { checkUrl, isAllowListed } from './check-url.ts';
import { ForbiddenAddressError } from './forbidden-address-error.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';
import type { Resolve } from './resolve.ts';

/** What the agent needs to know. */
export interface GuardedAgentOptions {
  readonly allowHosts: readonly string[];
  readonly resolve: Resolve;
}

type MayConnect = (address: string) => boolean;

async function checkedAddresses(
  hostname: string,
  resolve: Resolve,
  mayConnect: MayConnect,
): Promise<{ address: string; family: number }[]> {
  const addresses = await resolve(hostname);
  const forbidden = addresses.find((address) => !mayConnect(address));
  if (forbidden !== undefined)
    throw new ForbiddenAddressError(
      `${hostname} leads to ${forbidden}, which is not an address of the public Internet`,
    );
  if (addresses.length === 0) throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
  return addresses.map((address) => ({ address, family: isIP(address) }));
}

/** A lookup for `net.connect` that gives only addresses that were checked: the connection goes to one of them, so a second answer cannot win. */
function guardedLookup(resolve: Resolve, mayConnect: MayConnect): LookupFunction {
  return (hostname, options, callback) => {
    checkedAddresses(hostname, resolve, mayConnect).then(
      (addresses) => {
        if (options.all) callback(null, addresses);
        else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function checkSocket(socket: Socket, hostname: string, mayConnect: MayConnect): Error | undefined {
  const address = socket.remoteAddress;
  if (address !== undefined && mayConnect(address)) return undefined;
  return new ForbiddenAddressError(
    `${hostname} led to ${address ?? 'an unknown address'}, which is not an address of the public Internet`,
  );
}

function connectorFor(resolve: Resolve, mayConnect: MayConnect): buildConnector.connector {
  const connect = buildConnector({
    lookup: guardedLookup(resolve, mayConnect),
    timeout: CONNECT_TIMEOUT_MILLISECONDS,
    allowH2: false,
  });
  return (options, callback) => {
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      const refusal = checkSocket(socket, options.hostname, mayConnect);
      if (refusal === undefined) return callback(null, socket);
      socket.destroy();
      return callback(refusal, null);
    });
  };
}

/**
 * An undici agent that connects only to addresses of the public Internet, whoever asks: it checks literal addresses (no lookup is made for
 * them), every address a name resolves to, and the address the socket has in the end. A host and port in `allowHosts` may also be a
 * loopback address. Destroy it when the reading is over.
 */
export function createGuardedAgent({ allowHosts, resolve }: GuardedAgentOptions): Agent {
  const strict = connectorFor(resolve, isPublicAddress);
  const lenient = connectorFor(resolve, (address) => isPublicAddress(address) || isLoopbackAddress(address));
  return new Agent({
    maxHeaderSize: MAX_HEADER_BYTES,
    connections: MAX_CONCURRENT_PER_HOST,
    allowH2: false,
    connect: (options, callback) => {
      const address = `${options.protocol}//${options.host ?? options.hostname}`;
      const verdict = checkUrl(address, allowHosts);
      if (!verdict.allowed) return callback(new ForbiddenAddressError(verdict.reason), null);
      const connect = isAllowListed(verdict.url, allowHosts) ? lenient : strict;
      return connect(options, callback);
    },
  });
}
