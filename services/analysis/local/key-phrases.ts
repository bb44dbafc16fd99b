import type { KeyPhrase } from '../../../contracts/index.ts';
import type { FoundPhrase } from '../merge/merge-phrases.ts';
import { mergePhrases, singular } from '../merge/merge-phrases.ts';
import { BUSINESS_WORDS, HONORIFICS, NAVIGATION_WORDS, VAGUE_WORDS } from '../word-lists.ts';
import { findForeignPhrases } from './foreign-phrases.ts';
import { MAX_KEY_PHRASE_WORDS } from './limits.ts';
import type { ReadPassage, ReadSource } from './read-source.ts';
import type { Word } from './words.ts';
import { areGlued, isCapitalized } from './words.ts';

/** Finds what the sources are about: noun phrases of English and terms of other languages, joined and ranked; `names` are lower-case forms to leave out. */
export function findKeyPhrases(sources: readonly ReadSource[], names: ReadonlySet<string>): KeyPhrase[] {
  return mergePhrases([...distinctPassages(sources).flatMap(phrasesOf), ...findForeignPhrases(sources)], names);
}

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
