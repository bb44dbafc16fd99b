import { Parser } from 'htmlparser2';

/** What a sitemap lists. */
export interface SitemapEntry {
  /** `page` of a url set or text sitemap, `sitemap` of an index. */
  readonly kind: 'page' | 'sitemap';
  readonly url: string;
}

/** Longest address taken from a sitemap, in characters (the protocol allows 2,048). */
const MAX_LOC_CHARACTERS = 2_048;

class EntryReader {
  readonly entries: SitemapEntry[] = [];
  readonly #limit: number;
  #parent: SitemapEntry['kind'] | undefined;
  #loc: string | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  open(name: string): void {
    if (name === 'url') this.#parent = 'page';
    else if (name === 'sitemap') this.#parent = 'sitemap';
    else if (name === 'loc') this.#loc = '';
  }

  text(text: string): void {
    if (this.#loc !== undefined && this.#loc.length <= MAX_LOC_CHARACTERS) this.#loc += text;
  }

  close(name: string): void {
    if (name === 'url' || name === 'sitemap') this.#parent = undefined;
    // `image:loc` and its like have names of their own, so a `loc` here is the entry's.
    if (name !== 'loc' || this.#loc === undefined || this.#parent === undefined) return;
    const url = this.#loc.trim();
    this.#loc = undefined;
    if (url !== '' && url.length <= MAX_LOC_CHARACTERS && this.entries.length < this.#limit)
      this.entries.push({ kind: this.#parent, url });
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
