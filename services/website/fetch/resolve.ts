import { lookup } from 'node:dns/promises';

/** Gives every IP address of a host name; rejects with the resolver's error (`ENOTFOUND`, `EAI_AGAIN`) when there is none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Resolves with the operating system, as a browser does: all addresses, IPv4 and IPv6. */
export const resolveWithSystem: Resolve = async (hostname) => {
  const answers = await lookup(hostname, { all: true, verbatim: true });
  return answers.map((answer) => answer.address);
};
