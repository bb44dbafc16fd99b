import { getDomain } from 'tldts';

/** The services on which companies publish their open roles under a name of their own. */
export type BoardService = 'greenhouse' | 'lever' | 'ashby' | 'workable';

/** Hosts of the services that hold companies' boards; `company` is where the host itself names the company. */
const BOARD_HOSTS: Readonly<Record<string, { readonly service: BoardService; readonly host: RegExp }>> = {
  'greenhouse.io': { service: 'greenhouse', host: /^(?:job-)?boards(?:\.eu)?\.greenhouse\.io$/ },
  'lever.co': { service: 'lever', host: /^jobs(?:\.eu)?\.lever\.co$/ },
  'ashbyhq.com': { service: 'ashby', host: /^jobs\.ashbyhq\.com$/ },
  'workable.com': {
    service: 'workable',
    host: /^(?!www\.|help\.|resources\.|jobs\.)(?<company>[a-z0-9-]+)\.workable\.com$/,
  },
};

/** What a career board's address names. */
export interface BoardPage {
  readonly service: BoardService;
  /** The company's name on the board, as addresses write it. */
  readonly company: string;
  /** Service and company: pages with the same one belong together. */
  readonly board: string;
  /** The list of roles, or a single one. */
  readonly page: 'listing' | 'role';
}

/** Reads the address of a career board; undefined for any other address. */
export function boardPageOf(address: string): BoardPage | undefined {
  const url = new URL(address);
  const { service, host } = BOARD_HOSTS[getDomain(url.hostname) ?? ''] ?? {};
  const named = host?.exec(url.hostname);
  if (service === undefined || named === null || named === undefined) return undefined;
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const byHost = named.groups?.company === 'apply' ? undefined : named.groups?.company;
  const company = byHost ?? companyIn(parts, url);
  if (company === undefined || !/^[\w.%-]{1,100}$/.test(company)) return undefined;
  const rest = byHost === undefined ? parts.slice(1) : parts;
  const isRole = parts[0] === 'embed' ? url.searchParams.has('token') : rest.some((part) => !NO_ROLE.test(part));
  const name = company.toLowerCase();
  return { service, company, board: `${service}/${name}`, page: isRole ? 'role' : 'listing' };
}

/** Parts of a path that stand beside a role's name, or in its place. */
const NO_ROLE = /^(?:jobs|j|apply|application|embed|view)$/;

/** The first folder names the company; boards that stand inside other pages name it in a parameter. */
function companyIn([first]: readonly string[], url: URL): string | undefined {
  return first === 'embed' ? (url.searchParams.get('for') ?? undefined) : first;
}
