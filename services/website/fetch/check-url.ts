import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** Names that resolve inside a machine, a home or a cloud only: reserved names of RFC 6761, 6762 and 8375, usual names of private zones. */
const FORBIDDEN_NAME =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|onion)$/;

/** Names of cloud metadata services that public resolvers may know. */
const METADATA_NAME = /^(?:metadata|instance-data)(?:\.|$)/;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** What the check of an address says: the parsed address, or why we never go there. */
export type UrlVerdict =
  | { readonly allowed: true; readonly url: URL }
  | { readonly allowed: false; readonly reason: string };

/** An address's host name without the brackets of IPv6 and without the root's dot. */
function bareHostname(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** `host:port` of an address with the port always written, the form of an allow-list entry. */
function hostAndPort(url: URL): string {
  const host = url.hostname.replace(/\.$/, '');
  return `${host}:${url.port === '' ? (DEFAULT_PORTS[url.protocol] ?? '') : url.port}`;
}

/** Whether the caller named this host and port as one that may be on this machine. */
export function isAllowListed(url: URL, allowHosts: readonly string[]): boolean {
  return allowHosts.some((entry) => entry.toLowerCase() === hostAndPort(url));
}

function refuse(reason: string): UrlVerdict {
  return { allowed: false, reason };
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

function forbiddenHost(host: string): string | undefined {
  if (host === '') return 'it names no host';
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : `${host} is not an address of the public Internet`;
  if (!host.includes('.')) return `${host} is a name of a local network`;
  if (FORBIDDEN_NAME.test(host) || METADATA_NAME.test(host)) return `${host} is a name of a private network`;
  return undefined;
}

function allowListedHost(url: URL): UrlVerdict {
  const host = bareHostname(url);
  if (isIP(host) === 0 || isLoopbackAddress(host) || isPublicAddress(host)) return { allowed: true, url };
  return refuse(`${host} is neither on this machine nor on the public Internet`);
}

/**
 * Decides about an address by its text alone, without resolving its name: http and https, ports 80 and 443, no credentials, no private
 * or special address in any spelling, no name of a private network. A host and port in `allowHosts` (`127.0.0.1:8080`) may also be on this
 * machine. Where a name leads is checked again when the connection is made.
 */
export function checkUrl(address: string, allowHosts: readonly string[] = []): UrlVerdict {
  const url = parse(address);
  if (url === undefined) return refuse('it is not a valid address');
  const defaultPort = DEFAULT_PORTS[url.protocol];
  if (defaultPort === undefined) return refuse(`only http and https are read, not ${url.protocol.slice(0, -1)}`);
  if (url.username !== '' || url.password !== '') return refuse('it carries a user name or password');
  if (isAllowListed(url, allowHosts)) return allowListedHost(url);
  const reason = forbiddenHost(bareHostname(url));
  if (reason !== undefined) return refuse(reason);
  if (url.port !== '' && url.port !== '80' && url.port !== '443')
    return refuse(`port ${url.port} is not read, only 80 and 443`);
  return { allowed: true, url };
}
