import type { Source } from '../../../contracts/index.ts';
import { isLoopbackAddress } from '../../../services/website/fetch/public-address.ts';

/** Whether an address leads to this machine. */
export function isOnThisMachine({ hostname }: URL): boolean {
  const name = hostname.replace(/^\[|\]$/g, '');
  return name === 'localhost' || isLoopbackAddress(name);
}

/**
 * The `host:port` on this machine that sources may be read again from: those that an API on this machine has itself just read. For an API elsewhere there are
 * none, whatever its answers name.
 */
export function loopbackHosts(api: URL, sources: readonly Source[]): string[] {
  if (!isOnThisMachine(api)) return [];
  const pages = sources.flatMap((source) => (source.kind === 'page' ? [new URL(source.url)] : []));
  return pages.filter(isOnThisMachine).map(({ host }) => host);
}
