import { detectAll } from 'tinyld';
import type { SourceWithPassages } from '../../../contracts/index.ts';
import { LANGUAGE_SAMPLE_CHARACTERS, MIN_LATIN_LETTERS, MIN_OTHER_LETTERS } from './limits.ts';

/** Languages that companies write their sites in; without this list names and brands pass for Berber, Latin or Irish. */
const CONSIDERED = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'da',
  'no',
  'fi',
  'is',
  'pl',
  'cs',
  'sk',
  'hu',
  'ro',
  'bg',
  'el',
  'uk',
  'ru',
  'sr',
  'hr',
  'sl',
  'et',
  'lv',
  'lt',
  'tr',
  'he',
  'ar',
  'fa',
  'hi',
  'bn',
  'ta',
  'th',
  'vi',
  'id',
  'ja',
  'ko',
  'zh',
  'ca',
];

/** Share of a text's words that the small English words below make in running English (about 0.4) is well above this; in other languages it is near 0. */
const MIN_ENGLISH_SHARE = 0.16;

/** Below this the detector guesses: a list of brands scores 0.05, one short sentence 0.1 to 1, a page 1. */
const MIN_ACCURACY = 0.1;

/** How far the best answer must be ahead of the second: Danish and Norwegian lie at 1, Spanish and Portuguese at 1.3. */
const MIN_LEAD = 1.25;

/** Share of ordinary English words in English notes without small words ("Led migration, reduced costs"): 0.75 and more; in other Latin languages at most 0.45. */
const MIN_ENGLISH_WORD_SHARE = 0.6;

/** Fewer words than these are no notes but a label. */
const MIN_WORDS_OF_NOTES = 6;

/** Below this a few names make the detector sure of Portuguese or Hungarian on a page in French, in characters. */
const MIN_SURE_CHARACTERS = 600;

/** Languages in Latin letters that a page declares because somebody meant it; English stands in templates. */
const DECLARED_ON_PURPOSE = new Set(
  'de fr es pt it nl sv da no fi is pl cs sk hu ro hr sl et lv lt tr vi id ca'.split(' '),
);

/** Shorter passages are labels, and labels are often English on pages that are not. */
const MIN_PROSE_CHARACTERS = 30;

const SMALL_ENGLISH_WORDS = new Set(
  'the of and to in for with is are we our you your that this it on as at by from be have has was were will can not or an their they who what how more about all'.split(
    ' ',
  ),
);

/** Says whether a lower-case word is an ordinary English word. */
export type IsEnglishWord = (lower: string) => boolean;

/**
 * Tells the language of a source as a BCP 47 tag, `und` when it cannot be told. Prose decides, not labels; what the page declares
 * counts only where the text alone leaves it open, because templates declare English for everything.
 */
export function detectLanguage({ source, passages }: SourceWithPassages, isEnglishWord: IsEnglishWord): string {
  const prose = passages.filter(
    ({ kind, text }) => kind !== 'code' && kind !== 'metadata' && text.length >= MIN_PROSE_CHARACTERS,
  );
  const sample = (prose.length > 0 ? prose : passages)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, LANGUAGE_SAMPLE_CHARACTERS);
  return languageOf(sample, isEnglishWord, source.language?.split('-')[0]?.toLowerCase());
}

/** Tells a text's language, `und` when unsure; `declared` decides where the text leaves it open. */
function languageOf(text: string, isEnglishWord: IsEnglishWord, declared?: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isLatin = (text.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 > letters;
  if (letters < (isLatin ? MIN_LATIN_LETTERS : MIN_OTHER_LETTERS)) return 'und';
  if (!isLatin) return detected(text, declared);
  const isMeant = declared !== undefined && DECLARED_ON_PURPOSE.has(declared) && text.length < MIN_SURE_CHARACTERS;
  if (isMeant) return hasSmallEnglishWords(wordsOf(text)) ? 'en' : declared;
  return isEnglish(text, isEnglishWord) ? 'en' : detected(text, declared);
}

function detected(text: string, declared: string | undefined): string {
  const [best, second] = detectAll(withoutMisleading(text), { only: CONSIDERED });
  if (!best) return 'und';
  if (best.accuracy >= MIN_ACCURACY && best.accuracy >= MIN_LEAD * (second?.accuracy ?? 0)) return best.lang;
  return declared !== undefined && (declared === best.lang || declared === second?.lang) ? declared : 'und';
}

function isEnglish(text: string, isEnglishWord: IsEnglishWord): boolean {
  const words = wordsOf(text);
  if (hasSmallEnglishWords(words)) return true;
  const long = words.filter((word) => word.length >= 3);
  return long.length >= MIN_WORDS_OF_NOTES && share(isEnglishWord, long) >= MIN_ENGLISH_WORD_SHARE;
}

function hasSmallEnglishWords(words: readonly string[]): boolean {
  return share((word) => SMALL_ENGLISH_WORDS.has(word), words) >= MIN_ENGLISH_SHARE;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
}

function share(holds: (word: string) => boolean, among: readonly string[]): number {
  return among.filter(holds).length / Math.max(among.length, 1);
}

/**
 * No language writes Latin words of 60 letters; hashes and addresses mislead the detector, which takes quadratic time on them. The bars between the cells
 * of a table pass for the full stop of Hindi.
 */
function withoutMisleading(text: string): string {
  return text.replace(/[\w/:.+-]{60,}|\|/g, ' ');
}
