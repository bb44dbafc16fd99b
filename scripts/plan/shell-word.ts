import { visible } from './markdown.ts';

/** Longest word that is shown whole: what Linux takes for a path. */
const MAX_PATH_CHARACTERS = 4_096;

/** Words that a shell takes as they are. */
const PLAIN = /^[\w./:@%+=,-]+$/;

/** A word of a command as a shell has to be given it; in quotes only where it needs them. */
export function shellWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return `'${visible(word, MAX_PATH_CHARACTERS).replaceAll("'", String.raw`'\''`)}'`;
}
