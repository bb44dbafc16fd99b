import { getDomain } from 'tldts';

/** Query parameters that follow visitors around and change nothing on the page. */
const TRACKING_PARAMETER =
  /^(?:utm_.*|mtm_.*|pk_.*|hsa_.*|_hs.*|mc_[ce]id|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|twclid|ttclid|li_fat_id|igshid|yclid|_ga|_gl|ref|ref_src|referrer|trk|phpsessid|jsessionid|sid)$/i;

/** File names that servers give for the folder itself. */
const DEFAULT_INDEX = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;

/**
 * The address as it is fetched: http or https, without fragment, session and tracking parameters. Undefined for what is no such
 * address. Applying it again changes nothing.
 */
export function cleanUrl(address: string, base?: string): string | undefined {
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.hash = '';
  url.pathname = url.pathname.replace(/;jsessionid=[^/]*/gi, '');
  const dropped = [...new Set(url.searchParams.keys())].filter((name) => TRACKING_PARAMETER.test(name));
  for (const name of dropped) url.searchParams.delete(name);
  if (url.search === '') url.search = '';
  return url.href;
}

function decodedPath(pathname: string): string {
  const path = pathname
    .replace(/%[0-9a-f]{2}/gi, (encoded) => {
      const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
    })
    .replace(/\/{2,}/g, '/')
    .replace(DEFAULT_INDEX, '/');
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}

/**
 * The key under which two addresses count as one page: scheme, `www.`, trailing slash, default index files, doubled slashes, needless
 * percent-encoding and the order of parameters make no difference. Undefined for what is no http or https address.
 */
export function urlKey(address: string): string | undefined {
  const clean = cleanUrl(address);
  if (clean === undefined) return undefined;
  const url = new URL(clean);
  url.searchParams.sort();
  const host = url.hostname.replace(/^www\./, '').replace(/\.$/, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${host}${port}${decodedPath(url.pathname) || '/'}${url.search}`;
}

/**
 * The site an address belongs to: its registrable domain (public suffixes of hosting providers count as suffixes), with the port when it
 * is not the usual one. An IP address or a name without a domain is a site of its own.
 */
export function siteOf(address: string): string {
  const url = new URL(address);
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.hostname}${port}`;
}
