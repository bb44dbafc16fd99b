import type { KeyPhrase } from '../../../contracts/index.ts';
import { MAX_KEY_PHRASES, MAX_MENTIONS } from './limits.ts';
import { byCountThenName, tally } from './tally.ts';

/** A key phrase at one place, before the same phrases are joined. */
export interface FoundPhrase {
  /** As it stands in the passage: `passage.text.slice(start, end)`. */
  readonly form: string;
  /** What its variants share. */
  readonly key: string;
  readonly source_id: string;
  readonly passage_id: string;
  readonly start: number;
  readonly end: number;
  /** How many words it has. */
  readonly words: number;
  /** Whether it stands in a heading or menu. */
  readonly isLabel: boolean;
}

/**
 * Joins phrases by their keys and ranks them by how often and in how many sources they stand and by their length; the best, sorted by count, then text.
 * `names` are lower-case forms to leave out. What stands in headings and menus alone is no key phrase.
 */
export function mergePhrases(found: readonly FoundPhrase[], names: ReadonlySet<string>): KeyPhrase[] {
  const inSentences = new Set(found.filter(({ isLabel }) => !isLabel).map(({ key }) => key));
  const kept = found.filter(({ key, form }) => inSentences.has(key) && !holdsName(form.toLowerCase(), names));
  const weighed = [...Map.groupBy(kept, ({ key }) => key).values()]
    .map((group) => ({ group, weight: weightOf(group) }))
    .filter(({ group, weight }) => group.length > 1 || weight >= MIN_SINGLE_WEIGHT);
  const best = weighed.sort((left, right) => right.weight - left.weight).slice(0, MAX_KEY_PHRASES);
  const top = best[0]?.weight ?? 1;
  return best.map(({ group, weight }) => makePhrase(group, weight / top)).sort(byCountThenName(({ text }) => text));
}

/** A phrase found once is kept only when it has two words or more. */
const MIN_SINGLE_WEIGHT = 1.5;

/** Whether a phrase is a name or has one of several words in it; a place's single word may qualify ("Berlin office"). */
function holdsName(form: string, names: ReadonlySet<string>): boolean {
  const words = form.split(' ');
  const parts = words.flatMap((_, from) =>
    words.slice(from + 1).map((__, length) => words.slice(from, from + length + 2).join(' ')),
  );
  return names.has(form) || parts.some((part) => names.has(part));
}

/** "companies" and "company", "boxes" and "box" are one phrase; "business" and "analysis" stay. */
export function singular(noun: string): string {
  if (/(?:ss|us|is|ics)$/.test(noun) || noun.length < 4) return noun;
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /(?:[sx]|ch|sh)es$/.test(noun) ? noun.slice(0, -2) : noun.replace(/s$/, '');
}

/** Frequency, damped, times spread over sources, times length: two and three words say more than one. */
function weightOf(group: readonly FoundPhrase[]): number {
  const sources = new Set(group.map(({ source_id }) => source_id)).size;
  const words = group[0]?.words ?? 1;
  return (1 + Math.log2(group.length)) * (1 + Math.log2(sources) / 2) * ([1, 1.8, 2, 1.7][words - 1] ?? 1);
}

function makePhrase(group: readonly FoundPhrase[], score: number): KeyPhrase {
  const { name, count, source_ids } = tally(group);
  return {
    text: name,
    count,
    source_ids,
    score,
    mentions: group.slice(0, MAX_MENTIONS).map(({ passage_id, start, end }) => ({ passage_id, start, end })),
  };
}
