import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { withLaterYears } from './later-years.ts';

/** A file of the site as it is sent. */
export interface SiteFile {
  readonly content_type: string;
  readonly body: Buffer;
}

/** Types of the files that the site has; a file of another type is a mistake and is refused at the start. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
};

/** Types in which the site names its own address and years. */
const NAMES_ITSELF = new Set(['.html', '.txt', '.xml']);

/** The address that the site's pages, its sitemap and its robots.txt name. */
const SITE_ORIGIN = 'https://kindlewater.example';

const INDEX = 'index.html';

/** What a site says otherwise when it is served than in its files. */
export interface Serving {
  /** Takes the place of {@link SITE_ORIGIN}, so that sitemap and canonical addresses lead to the server. */
  readonly origin: string;
  /** By so many every year in text and addresses is later. PDF files stay as they are. */
  readonly years: number;
}

/**
 * Reads a folder as the paths that a server answers: `index.html` stands for its folder. Throws `TypeError` for a file of a type that is not served.
 */
export function siteFiles(folder: string, serving: Serving): ReadonlyMap<string, SiteFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/').replace(/^\//, ''));
  return new Map(
    names.map((name) => [withLaterYears(pathOf(name), serving.years), siteFile(join(folder, name), serving)]),
  );
}

function pathOf(name: string): string {
  const isIndex = name === INDEX || name.endsWith(`/${INDEX}`);
  return `/${isIndex ? name.slice(0, -INDEX.length) : name}`;
}

function siteFile(file: string, { origin, years }: Serving): SiteFile {
  const extension = extname(file);
  const content_type = CONTENT_TYPES[extension];
  if (content_type === undefined) throw new TypeError(`${file} is of a type that the site does not serve.`);
  const bytes = readFileSync(file);
  const body = NAMES_ITSELF.has(extension)
    ? Buffer.from(withLaterYears(bytes.toString('utf8'), years).replaceAll(SITE_ORIGIN, origin))
    : bytes;
  return { content_type, body };
}
