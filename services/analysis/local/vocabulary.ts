import type { LanguageModels } from './models.ts';
import type { ReadSource } from './read-source.ts';
import type { Word } from './words.ts';
import { hasLetters, isCapitalized } from './words.ts';

/** What the running text of all sources says of a lower-case word. */
export interface Vocabulary {
  /** Whether the word is used as an ordinary one: known to English, or seen in small letters. */
  isCommon(lower: string): boolean;
  /** Whether running text capitalizes it inside sentences and does not also use it in small letters. */
  isAlwaysCapitalized(lower: string): boolean;
}

/** Learns which words are names: those that running text capitalizes where it need not. Headings, labels and first words teach nothing. */
export function learnVocabulary(sources: readonly ReadSource[], { isEnglishWord }: LanguageModels): Vocabulary {
  const capitalized = new Set<string>();
  const small = new Set<string>();
  for (const { word, tells } of wordsOf(sources)) {
    if (!isCapitalized(word)) small.add(word.lower);
    else if (tells) capitalized.add(word.lower);
  }
  return {
    isCommon: (lower) => small.has(lower) || isEnglishWord(lower) || isInflected(lower, isEnglishWord),
    isAlwaysCapitalized: (lower) => capitalized.has(lower) && !small.has(lower),
  };
}

/** "Mentored" and "migrating" are as ordinary as "mentor" and "migrate". */
function isInflected(lower: string, isEnglishWord: (lower: string) => boolean): boolean {
  const base = /^(\p{L}{3,})(?:ed|ing)$/u.exec(lower)?.[1];
  return base !== undefined && (isEnglishWord(base) || isEnglishWord(`${base}e`));
}

function* wordsOf(sources: readonly ReadSource[]): Generator<{ readonly word: Word; readonly tells: boolean }> {
  for (const { words, isDisplay } of sources.flatMap(({ passages }) => passages)) {
    for (const word of words.filter(hasLetters)) yield { word, tells: !isDisplay && !word.sentenceStart };
  }
}
