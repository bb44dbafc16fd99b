/** A rule of robots.txt. `pattern` is percent-encoded; `line` counts from 1. */
export interface RobotsRule {
  readonly allow: boolean;
  readonly pattern: string;
  readonly line: number;
}

/** The rules for some user agents, in lower case; `*` stands for all others. */
export interface RobotsGroup {
  readonly agents: string[];
  readonly rules: RobotsRule[];
  crawlDelaySeconds?: number;
}

/** A robots.txt file, parsed. */
export interface ParsedRobots {
  readonly groups: readonly RobotsGroup[];
  /** As written; may be relative. */
  readonly sitemaps: readonly string[];
  /** The `host` line's name, an extension that some sites use; the last one counts. */
  readonly preferredHost: string | null;
}

/** Field names with the misspellings that RFC 9309 parsers in wide use accept. */
const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [/^user[-\s]?agent$/, 'agent'],
  [/^allow$/, 'allow'],
  [/^d[ai]ss?all?[oa]w$/, 'disallow'],
  [/^crawl-?delay$/, 'delay'],
  [/^site-?map$/, 'sitemap'],
  [/^host$/, 'host'],
];

type Field = 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap' | 'host';

interface Line {
  readonly field: Field;
  readonly value: string;
  readonly number: number;
}

function fieldOf(name: string): Field | undefined {
  const key = name.trim().toLowerCase();
  return FIELDS.find(([pattern]) => pattern.test(key))?.[1];
}

/** Cuts a line at its colon, or, where the colon was forgotten, at the white space between two words. */
function parseLine(raw: string, number: number): Line | undefined {
  const text = (raw.split('#', 1)[0] ?? '').trim();
  const colon = text.indexOf(':');
  const parts = colon >= 0 ? [text.slice(0, colon), text.slice(colon + 1)] : text.split(/\s+/);
  const [name, value, ...more] = parts;
  if (name === undefined || value === undefined || more.length > 0) return undefined;
  const field = fieldOf(name);
  return field === undefined ? undefined : { field, value: value.trim(), number };
}

/**
 * Percent-encodes what is not ASCII and writes escapes in upper case, so that patterns and paths compare byte by byte. Text that is no
 * Unicode (a lone surrogate) stays as it is and matches no path.
 */
export function encodePath(path: string): string {
  return path
    .replace(/[^\u0021-\u007e]+/g, (text) => (text.isWellFormed() ? encodeURIComponent(text) : text))
    .replace(/%[0-9a-f]{2}/gi, (encoded) => encoded.toUpperCase());
}

/** The product token of a user-agent line: its leading letters, hyphens and underscores (RFC 9309, 2.2.1), or `*`. */
function agentToken(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*';
  return (/^[A-Za-z_-]+/.exec(value)?.[0] ?? '').toLowerCase();
}

class GroupBuilder {
  readonly groups: RobotsGroup[] = [];
  #open = false;

  agent(value: string): void {
    if (!this.#open) this.groups.push({ agents: [], rules: [] });
    this.#open = true;
    this.groups.at(-1)?.agents.push(agentToken(value));
  }

  rule(line: Line): void {
    this.#open = false;
    if (line.value === '') return;
    this.groups
      .at(-1)
      ?.rules.push({ allow: line.field === 'allow', pattern: encodePath(line.value), line: line.number });
  }

  delay(value: string): void {
    this.#open = false;
    const group = this.groups.at(-1);
    if (group !== undefined && /^\d+(?:\.\d+)?$/.test(value)) group.crawlDelaySeconds = Number(value);
  }
}

class RobotsReader {
  readonly #groups = new GroupBuilder();
  readonly #sitemaps: string[] = [];
  #preferredHost: string | null = null;

  take(line: Line): void {
    if (line.field === 'agent') this.#groups.agent(line.value);
    else if (line.field === 'delay') this.#groups.delay(line.value);
    else if (line.field === 'allow' || line.field === 'disallow') this.#groups.rule(line);
    else if (line.value !== '') this.#takeExtension(line);
  }

  get result(): ParsedRobots {
    return { groups: this.#groups.groups, sitemaps: this.#sitemaps, preferredHost: this.#preferredHost };
  }

  #takeExtension(line: Line): void {
    if (line.field === 'sitemap') this.#sitemaps.push(line.value);
    else this.#preferredHost = line.value.toLowerCase();
  }
}

/** Parses robots.txt as RFC 9309 says, with `crawl-delay`, `sitemap` and `host`. Never throws: what is not a rule is passed over. */
export function parseRobots(text: string): ParsedRobots {
  const reader = new RobotsReader();
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, raw] of lines.entries()) {
    const line = parseLine(raw, index + 1);
    if (line !== undefined) reader.take(line);
  }
  return reader.result;
}
