import { getDomain } from 'tldts';

/** Hosts on which companies publish their open roles under a name of their own, and the hosts' subdomains that hold them. */
const BOARD_HOSTS: Readonly<Record<string, RegExp>> = {
  'greenhouse.io': /^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$/,
  'lever.co': /^jobs(?:\.eu)?\.lever\.co$/,
  'ashbyhq.com': /^jobs\.ashbyhq\.com$/,
  'workable.com': /^(?!www\.|help\.|resources\.)[a-z0-9-]+\.workable\.com$/,
};

/** What a career board's address names. */
export interface BoardPage {
  /** Host and the company's name on it: pages with the same one belong together. */
  readonly board: string;
  /** The list of roles, or a single one. */
  readonly page: 'listing' | 'role';
}

/** Reads the address of a career board; undefined for any other address. */
export function boardPageOf(address: string): BoardPage | undefined {
  const url = new URL(address);
  const pattern = BOARD_HOSTS[getDomain(url.hostname) ?? ''];
  if (pattern === undefined || !pattern.test(url.hostname)) return undefined;
  const [company, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (company === undefined || company === 'embed') return undefined;
  const role = rest.some((part) => part !== 'jobs' && part !== 'j' && part !== 'apply' && part !== 'application');
  return { board: `${url.host}/${company.toLowerCase()}`, page: role ? 'role' : 'listing' };
}
