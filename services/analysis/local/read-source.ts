import type { Passage, SourceWithPassages } from '../../../contracts/index.ts';
import { detectLanguage } from './detect-language.ts';
import type { WordSpan } from './job-titles.ts';
import { findTitles } from './job-titles.ts';
import type { LanguageModels } from './models.ts';
import type { NumberSpan, SentenceTone } from './read-english.ts';
import { readEnglish } from './read-english.ts';
import { readOther } from './read-other.ts';
import type { Word } from './words.ts';
import { hasLetters, isCapitalized } from './words.ts';

/** A passage's words and what stands out in them. */
export interface ReadPassage {
  readonly source_id: string;
  readonly passage: Passage;
  readonly words: readonly Word[];
  readonly titles: readonly WordSpan[];
  readonly numbers: readonly NumberSpan[];
  readonly tones: readonly SentenceTone[];
  /** Set in capitals as headings and labels are, so that a capital tells nothing. */
  readonly isDisplay: boolean;
}

/** A source's passages, read in its language. */
export interface ReadSource {
  readonly source: SourceWithPassages['source'];
  readonly language: string;
  /** Read with the English model; a text whose language cannot be told is, if it is written in Latin letters. */
  readonly asEnglish: boolean;
  readonly passages: readonly ReadPassage[];
}

/** Share of words with a capital from which a passage is a label. */
const DISPLAY_SHARE = 0.7;

/** Words from which a full stop ends a sentence, not an abbreviation. */
const MIN_SENTENCE_WORDS = 5;

/** Reads a source's passages in its language; `companyFirst` is the first word of the company's name, lower case, which belongs to no title. */
export function readSource(source: SourceWithPassages, models: LanguageModels, companyFirst: string): ReadSource {
  const language = detectLanguage(source, models.isEnglishWord);
  const asEnglish = language === 'en' || language === 'und';
  const passages = source.passages
    .filter(({ kind }) => kind !== 'code')
    .map((passage) => ({
      source_id: source.source.source_id,
      passage,
      ...readPassage(passage, language, asEnglish, models, companyFirst),
    }));
  return { source: source.source, language, asEnglish, passages };
}

function readPassage(
  passage: Passage,
  language: string,
  asEnglish: boolean,
  models: LanguageModels,
  companyFirst: string,
): Omit<ReadPassage, 'source_id' | 'passage'> {
  const read = asEnglish
    ? readEnglish(passage.text, models)
    : { words: readOther(passage.text, language), numbers: [], tones: [] };
  return { ...read, titles: findTitles(read.words, models, companyFirst), isDisplay: isDisplay(passage, read.words) };
}

function isDisplay({ kind, text }: Passage, words: readonly Word[]): boolean {
  if (kind === 'heading' || words.length < 3) return true;
  if (words.some(isSmallVerb) || (words.length >= MIN_SENTENCE_WORDS && /\p{Ll}[.!?]$/u.test(text.trim())))
    return false;
  const long = words.filter((word) => hasLetters(word) && word.text.length > 3);
  return long.filter(isCapitalized).length >= Math.max(long.length, 1) * DISPLAY_SHARE;
}

/** Labels have no verbs in small letters; sentences do. */
function isSmallVerb(word: Word): boolean {
  return /^(?:VERB|AUX)$/.test(word.pos) && !isCapitalized(word);
}
