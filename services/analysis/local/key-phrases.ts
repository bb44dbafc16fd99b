import type { KeyPhrase } from '../../../contracts/index.ts';
import { MAX_KEY_PHRASE_WORDS, MAX_KEY_PHRASES, MAX_MENTIONS } from './limits.ts';
import type { ReadPassage, ReadSource } from './read-source.ts';
import { byCountThenName, tally } from './tally.ts';
import { BUSINESS_WORDS, HONORIFICS, NAVIGATION_WORDS, VAGUE_WORDS } from './word-lists.ts';
import type { Word } from './words.ts';
import { areGlued, isCapitalized } from './words.ts';

interface FoundPhrase {
  readonly form: string;
  readonly key: string;
  readonly source_id: string;
  readonly passage_id: string;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly isLabel: boolean;
}

/**
 * Finds what the English sources are about: noun phrases, ranked by how often and in how many sources they stand and by their length; the best, sorted
 * by count, then text. `names` are lower-case forms to leave out. What stands in headings and menus alone is no key phrase.
 */
export function findKeyPhrases(sources: readonly ReadSource[], names: ReadonlySet<string>): KeyPhrase[] {
  const found = distinctPassages(sources).flatMap(phrasesOf);
  const inSentences = new Set(found.filter(({ isLabel }) => !isLabel).map(({ key }) => key));
  const kept = found.filter(({ key, form }) => inSentences.has(key) && !holdsName(form.toLowerCase(), names));
  const weighed = [...Map.groupBy(kept, ({ key }) => key).values()]
    .map((group) => ({ group, weight: weightOf(group) }))
    .filter(({ group, weight }) => group.length > 1 || weight >= MIN_SINGLE_WEIGHT);
  const best = weighed.sort((left, right) => right.weight - left.weight).slice(0, MAX_KEY_PHRASES);
  const top = best[0]?.weight ?? 1;
  return best.map(({ group, weight }) => makePhrase(group, weight / top)).sort(byCountThenName(({ text }) => text));
}

/** Whether a phrase is a name or has one of several words in it; a place's single word may qualify ("Berlin office"). */
function holdsName(form: string, names: ReadonlySet<string>): boolean {
  const words = form.split(' ');
  const parts = words.flatMap((_, from) =>
    words.slice(from + 1).map((__, length) => words.slice(from, from + length + 2).join(' ')),
  );
  return names.has(form) || parts.some((part) => names.has(part));
}

/** A phrase found once is kept only when it has two words or more. */
const MIN_SINGLE_WEIGHT = 1.5;

/** A text that several pages repeat word for word is a frame, not content: it counts once. */
function distinctPassages(sources: readonly ReadSource[]): readonly ReadPassage[] {
  const seen = new Set<string>();
  return sources
    .filter(({ asEnglish }) => asEnglish)
    .flatMap(({ passages }) => passages)
    .filter(({ passage }) => !seen.has(passage.text) && seen.add(passage.text));
}

function phrasesOf(read: ReadPassage): readonly FoundPhrase[] {
  const phrases: FoundPhrase[] = [];
  let first = 0;
  while (first < read.words.length) {
    const last = endOfNounPhrase(read.words, first);
    const phrase = last >= first ? makeFound(read, first, last) : undefined;
    if (phrase) phrases.push(phrase);
    first = Math.max(last, first) + 1;
  }
  return phrases;
}

/** Adjectives and nouns in a row, ending in a noun; hyphens inside count as part of it. Gives `first - 1` when none begins here. */
function endOfNounPhrase(words: readonly Word[], first: number): number {
  let last = first - 1;
  for (let index = first; index < words.length; index += 1) {
    const word = words[index] as Word;
    const [before, after] = [words[index - 1], words[index + 1]];
    const isHyphen =
      index > first && word.text === '-' && before && after && areGlued(before, word) && areGlued(word, after);
    if (isHyphen) continue;
    if (
      !/^(?:NOUN|PROPN|ADJ)$/.test(word.pos) ||
      !/^\p{L}[\p{L}\p{N}'’.+#/-]*$/u.test(word.text) ||
      (index > first && word.sentenceStart)
    )
      break;
    if (word.pos !== 'ADJ') last = index;
  }
  return last;
}

function makeFound(
  { words, passage, source_id, isDisplay }: ReadPassage,
  first: number,
  last: number,
): FoundPhrase | undefined {
  let begin = first;
  while (begin < last && isWeak(words[begin])) begin += 1;
  const slice = words.slice(begin, last + 1).filter(({ text }) => text !== '-');
  const head = slice.at(-1);
  const start = words[begin]?.start ?? 0;
  const end = words[last]?.end ?? 0;
  if (!head || slice.length > MAX_KEY_PHRASE_WORDS || !tells(slice, head)) return undefined;
  const key = [...slice.slice(0, -1).map(({ lower }) => lower), singular(head.lower)].join(' ');
  return key.length < 3
    ? undefined
    : {
        form: passage.text.slice(start, end),
        key,
        source_id,
        passage_id: passage.passage_id,
        start,
        end,
        words: slice.length,
        isLabel: isDisplay && source_id.startsWith('W'),
      };
}

/** No menu words, no single letters, no vague head; a word alone must say more than "team" or "work". */
function tells(words: readonly Word[], head: Word): boolean {
  if (VAGUE_WORDS.has(head.lower) || (words.length === 1 && BUSINESS_WORDS.has(head.lower))) return false;
  return words.every(({ lower }) => lower.length > 1 && !NAVIGATION_WORDS.has(lower));
}

function isWeak(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    ((VAGUE_WORDS.has(word.lower) && !isCapitalized(word)) ||
      HONORIFICS.has(word.lower.replace('.', '')) ||
      word.text === '-')
  );
}

/** "companies" and "company", "boxes" and "box" are one phrase; "business" and "analysis" stay. */
function singular(noun: string): string {
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
