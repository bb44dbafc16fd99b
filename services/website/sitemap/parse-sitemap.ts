import { Parser } from 'htmlparser2';

/** What a sitemap lists. */
export interface SitemapEntry {
  /** `page` of a url set or text sitemap, `sitemap` of an index. */
  readonly kind: 'page' | 'sitemap';
  readonly url: string;
  /** When it was changed last, YYYY-MM-DD, where the file says so. */
  readonly modified?: string;
}

/** Longest address taken from a sitemap, in characters (the protocol allows 2,048). */
const MAX_LOC_CHARACTERS = 2_048;

/** Longest date of a sitemap, in characters: to fractions of a second, with a time zone. */
const MAX_DATE_CHARACTERS = 40;

class EntryReader {
  readonly entries: SitemapEntry[] = [];
  readonly #limit: number;
  #parent: SitemapEntry['kind'] | undefined;
  #loc: string | undefined;
  #modified: string | undefined;
  #url = '';

  constructor(limit: number) {
    this.#limit = limit;
  }

  open(name: string): void {
    if (name === 'url') this.#parent = 'page';
    else if (name === 'sitemap') this.#parent = 'sitemap';
    else if (name === 'loc') this.#loc = '';
    else if (name === 'lastmod') this.#modified = '';
  }

  text(text: string): void {
    if (this.#modified !== undefined && this.#modified.length <= MAX_DATE_CHARACTERS) this.#modified += text;
    if (this.#loc !== undefined && this.#loc.length <= MAX_LOC_CHARACTERS) this.#loc += text;
  }

  close(name: string): void {
    if (name === 'url' || name === 'sitemap') this.#endEntry();
    // `image:loc` and its like have names of their own, so a `loc` here is the entry's.
    if (name !== 'loc' || this.#loc === undefined) return;
    this.#url = this.#loc.trim();
    this.#loc = undefined;
  }

  /** Takes what is known of an entry that a cut-off file does not end. */
  finish(): void {
    this.#endEntry();
  }

  #endEntry(): void {
    const [kind, url] = [this.#parent, this.#url];
    const modified = /^\s*(\d{4}-\d\d-\d\d)/.exec(this.#modified ?? '')?.[1];
    this.#parent = undefined;
    this.#url = '';
    this.#modified = undefined;
    if (kind !== undefined && url !== '' && url.length <= MAX_LOC_CHARACTERS && this.entries.length < this.#limit)
      this.entries.push({ kind, url, ...(modified && { modified }) });
  }
}

function parseXml(xml: string, limit: number): SitemapEntry[] {
  const reader = new EntryReader(limit);
  const parser = new Parser(
    {
      onopentagname: (name) => reader.open(name.toLowerCase()),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name.toLowerCase()),
    },
    { xmlMode: true },
  );
  // Fed in pieces, so that a file that lists more than the limit is not read to its end.
  const PIECE_CHARACTERS = 65_536;
  for (let start = 0; start < xml.length && reader.entries.length < limit; start += PIECE_CHARACTERS) {
    parser.write(xml.slice(start, start + PIECE_CHARACTERS));
  }
  reader.finish();
  return reader.entries;
}

function parseLines(text: string, limit: number): SitemapEntry[] {
  const lines = text.split(/\r?\n/, limit).map((line) => line.trim());
  return lines.filter((line) => /^https?:\/\//i.test(line)).map((url) => ({ kind: 'page', url }));
}

/** Reads a sitemap, a sitemap index or a text sitemap, at most `limit` entries; a file that was cut gives what stands before the cut. */
export function parseSitemap(text: string, limit: number): SitemapEntry[] {
  return /^\s*(?:<|\uFEFF)/.test(text) ? parseXml(text, limit) : parseLines(text, limit);
}
