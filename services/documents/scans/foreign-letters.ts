import { detectAll } from 'tinyld';

/** Letters below which a language cannot be told. */
const MIN_LETTERS = 200;

/** Characters that are looked at. */
const SAMPLE_CHARACTERS = 4_000;

/** How sure the detector must be, 0 to 1: running text is above 0.5, lists of names and tools below 0.2. */
const MIN_ACCURACY = 0.3;

/**
 * The language of a text that was recognized, when it is none whose letters the recognition knows: accents and umlauts are then guesses. undefined when it is one, or cannot be told.
 *
 * @param known BCP 47 tags
 */
export function foreignLanguage(text: string, known: readonly string[]): string | undefined {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return undefined;
  const [best] = detectAll(sample.replace(/\S{60,}/g, ' '));
  if (best === undefined || best.accuracy < MIN_ACCURACY || known.includes(best.lang)) return undefined;
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(best.lang);
}
