import { assignedData } from './assigned-data.ts';
import { parseJson } from './json-values.ts';
import type { PageTree } from './page-tree.ts';
import { elementsByTag, textWithin } from './page-tree.ts';
import { plainLines } from './plain-lines.ts';

/** Values of JSON that are looked at, and lines that are taken of them. */
const MAX_VALUES = 200_000;
const MAX_LINES = 400;
/** Entries of one list or object; `push` takes that many arguments with ease. */
const MAX_VALUES_OF_ONE = 20_000;

/** Shortest text that counts as a sentence wherever it stands, and longest that counts as a title under a title's key, in characters. */
const MIN_SENTENCE_CHARACTERS = 40;
const MAX_TITLE_CHARACTERS = 120;

const TITLE_KEY = /^(?:title|name|heading|headline|sub_?title|sub_?heading|job_?title|role|position|question|label)$/i;

/**
 * Sentences and titles in the data that a page gives its scripts (`__NEXT_DATA__`, `__NUXT_DATA__`, `window.__STATE__ = {…}`), in the order in
 * which they stand, each once. For pages that show nothing without scripts.
 */
export function readEmbeddedText(tree: PageTree): string[] {
  const lines = new Set<string>();
  const scripts = elementsByTag(tree, 'script').filter((script) => !/ld\+json/i.test(script.attributes.type ?? ''));
  for (const script of scripts) {
    const text = textWithin(tree, script);
    collect(parseJson(text) ?? parseJson(assignedData(text)), lines);
  }
  return [...lines];
}

/** Walks with a stack of its own, since data can be nested deeper than calls can. */
function collect(root: unknown, lines: Set<string>): void {
  const waiting: Entry[] = [{ key: '', value: root }];
  for (let count = 0; count < MAX_VALUES && lines.size < MAX_LINES; count++) {
    const next = waiting.pop();
    if (next === undefined) return;
    if (typeof next.value === 'string') addText(next.key, next.value, lines);
    else waiting.push(...entriesOf(next).reverse());
  }
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/** What stands in a list keeps the list's key. */
function entriesOf({ key, value }: Entry): Entry[] {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value)
    .slice(0, MAX_VALUES_OF_ONE)
    .map(([name, inner]) => ({ key: isList ? key : name, value: inner }));
}

function addText(key: string, value: string, lines: Set<string>): void {
  const isTitle =
    TITLE_KEY.test(key) &&
    value.length <= MAX_TITLE_CHARACTERS &&
    /^\p{L}.*\p{L}{2}/u.test(value) &&
    !/[_{}<>=]|:\/\//.test(value);
  if (!isTitle && !isSentence(value)) return;
  for (const line of plainLines(value)) if (lines.size < MAX_LINES) lines.add(line);
}

/** Prose has spaces, mostly letters, and no signs of code, addresses or style. */
function isSentence(value: string): boolean {
  if (value.length < MIN_SENTENCE_CHARACTERS || /^(?:https?:|data:|\/|\{|\[|@|function\b)|[{};]\s*$/.test(value))
    return false;
  const plain = value.replace(/<[^>]{0,500}>/g, ' ').slice(0, 2000);
  const letters = plain.match(/[\p{L}\s]/gu)?.length ?? 0;
  return plain.trim().split(/\s+/, 6).length >= 6 && letters / plain.length > 0.8;
}
