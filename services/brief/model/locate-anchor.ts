import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../trim-quote.ts';

/** Words of an anchor that are looked for: a longer one is as sure by its first words. */
const MAX_ANCHOR_WORDS = 30;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Finds the sentences of a passage that an anchor points to: those in which its words stand one after the other, whatever punctuation, white space and
 * case lies between. Undefined when they stand nowhere; the first place when they stand in several.
 */
export function locateAnchor(text: string, anchor: string): Span | undefined {
  const words = anchor.normalize('NFKC').match(WORD)?.slice(0, MAX_ANCHOR_WORDS);
  if (!words) return undefined;
  // The words are letters, digits and marks alone, so nothing in them is a sign of a regular expression.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])${words.join('[^\\p{L}\\p{N}\\p{M}]+')}(?![\\p{L}\\p{N}\\p{M}])`,
    'iu',
  );
  const found = pattern.exec(text);
  return found ? sentencesAround(text, { start: found.index, end: found.index + found[0].length }) : undefined;
}

function sentencesAround(text: string, span: Span): Span {
  const touched = splitSentences(text).filter(({ start, end }) => start < span.end && span.start < end);
  return { start: touched[0]?.start ?? span.start, end: touched.at(-1)?.end ?? span.end };
}
