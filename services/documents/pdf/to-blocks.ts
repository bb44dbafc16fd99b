import type { Block } from '../../../contracts/index.ts';
import { normalizeText } from '../../text/normalize.ts';
import { wordsWithin } from './join-lines.ts';
import { startsWithNumber } from './list-marker.ts';
import type { Paragraph } from './paragraphs.ts';
import { toParagraphs } from './paragraphs.ts';
import type { TextLine } from './text-line.ts';

/** Type from this multiple of the body's size on makes a heading. */
const HEADING_SIZE = 1.12;

/** Longest heading, in characters: titles of papers reach 200. */
const MAX_HEADING_CHARACTERS = 200;

/** Longest heading that only its weight or its capitals tell, in characters. */
const MAX_PLAIN_HEADING_CHARACTERS = 80;

/** What is left out is rules of dashes, lonely bullets and the like. */
const MEANS_SOMETHING = /[\p{L}\p{N}]/u;

const LETTER = /\p{L}/u;
const SENTENCE_END = /[.,;!?…]$/u;
const LOWER_CASE = /\p{Ll}/u;
const CAPITALS = /\p{Lu}.*\p{Lu}.*\p{Lu}/u;

/** Makes blocks from the lines of a whole document in reading order: paragraphs, list items, and headings by size, weight and capitals. */
export function toBlocks(lines: readonly TextLine[]): readonly Block[] {
  const body_size = usualSize(lines);
  const body_bold = isMostlyBold(lines);
  const paragraphs = toParagraphs(lines, { body_size, words: wordsWithin(lines.map(({ text }) => text)) });
  const levels = headingLevels(paragraphs, body_size);
  return paragraphs.flatMap((paragraph): readonly Block[] => {
    const text = normalizeText(paragraph.text);
    if (!MEANS_SOMETHING.test(text)) return [];
    const { page } = paragraph;
    if (paragraph.lines.some(({ is_cells }) => is_cells)) return [{ kind: 'table_row', text, page }];
    if (paragraph.bullet) return [{ kind: 'list_item', text, page }];
    const level = headingLevel(paragraph, text, levels, body_bold);
    if (level !== null) return [{ kind: 'heading', text, level, page }];
    return [{ kind: startsWithNumber(text) ? 'list_item' : 'paragraph', text, page }];
  });
}

/** The size in which most letters are set. */
function usualSize(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = rounded(size);
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function isMostlyBold(lines: readonly TextLine[]): boolean {
  const bold = lines.reduce((sum, line) => sum + (line.bold ? line.text.length : 0), 0);
  return bold > lines.reduce((sum, line) => sum + line.text.length, 0) / 2;
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The sizes above the body's, largest first: each is a level. */
function headingLevels(paragraphs: readonly Paragraph[], body_size: number): readonly number[] {
  const sizes = paragraphs
    .filter((paragraph) => !paragraph.bullet && isLevel(paragraph) && paragraph.text.length <= MAX_HEADING_CHARACTERS)
    .map(({ size }) => rounded(size));
  return [...new Set(sizes)].filter((size) => size >= body_size * HEADING_SIZE).sort((one, other) => other - one);
}

/** Whether it is not set aslant, as a stamp across the page is. */
function isLevel({ lines }: Paragraph): boolean {
  return (lines[0]?.angle ?? 0) % 90 === 0;
}

function headingLevel(
  paragraph: Paragraph,
  text: string,
  levels: readonly number[],
  body_bold: boolean,
): number | null {
  if (!LETTER.test(text) || text.length > MAX_HEADING_CHARACTERS || !isLevel(paragraph)) return null;
  const by_size = levels.indexOf(rounded(paragraph.size));
  if (by_size >= 0) return Math.min(6, by_size + 1);
  if (text.length > MAX_PLAIN_HEADING_CHARACTERS || paragraph.lines.length > 2 || SENTENCE_END.test(text)) return null;
  const stands_out = (paragraph.bold && !body_bold) || (CAPITALS.test(text) && !LOWER_CASE.test(text));
  return stands_out ? Math.min(6, levels.length + 1) : null;
}
