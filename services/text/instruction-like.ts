import { INSTRUCTION_SIGNS } from './instruction-signs.ts';

/** Letters of other alphabets that look like Latin ones, and what they are taken for (Unicode confusables, the lower-case ones of Cyrillic and Greek). */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  α: 'a',
  ε: 'e',
  ι: 'i',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
};

const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'g');

/** A word written with spaces between its letters, five or more of them. */
const SPACED_WORD = /(?<![\p{L}\p{N}])(?:\p{L} ){4,}\p{L}(?![\p{L}\p{N}])/gu;

/** Whether a text reads like an instruction to a program that reads it, a judgment planted for it, or active content. Such text is data: it is never repeated as a statement. */
export function isInstructionLike(text: string): boolean {
  return readingsOf(text).some((reading) => INSTRUCTION_SIGNS.some((sign) => sign.test(reading)));
}

/** The text, and where they differ the text with letters that only look like others, and spaces inside words, undone. */
function readingsOf(text: string): string[] {
  const folded = text
    .replace(SPACED_WORD, (word) => word.replaceAll(' ', ''))
    .replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter);
  return folded === text ? [text] : [text, folded];
}
