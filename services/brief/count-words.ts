import { splitWords } from '../text/words.ts';

/** The number of words of a text: what the word cap of a brief and the longest quote are counted in. Scripts without spaces are counted by dictionary words. */
export function countWords(text: string): number {
  return splitWords(text).length;
}
