import { isBroken, joinLines } from './join-lines.ts';
import { lineEnds } from './line-ends.ts';
import { splitBullet } from './list-marker.ts';
import { median } from './median.ts';
import type { TextLine } from './text-line.ts';

/** Lines that belong together, joined. */
export interface Paragraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  readonly bold: boolean;
  /** Whether a bullet stood before it; the text is without it. */
  readonly bullet: boolean;
  readonly lines: readonly TextLine[];
}

/** A paragraph while its lines are gathered. */
interface OpenParagraph {
  readonly bullet: boolean;
  readonly lines: TextLine[];
  /** The texts of the lines, the first without its bullet. */
  readonly texts: string[];
}

/** Leading beyond which a new paragraph begins, as a multiple of the column's usual one. */
const MAX_LEADING = 1.3;

/** Leading beyond which a new paragraph begins in any case, in parts of the type's size: double spacing is 2.4. */
const MAX_LEADING_SIZES = 2.6;

/** How much type may differ in size within a paragraph. */
const SIZE_TOLERANCE = 0.08;

/** Indentation that begins a paragraph, in parts of the type's size. */
const INDENT = 0.8;

/** Type from this multiple of the body's on is a title, whose lines are short wherever they break. */
const TITLE_SIZE = 1.12;

/** Lines below this length, in characters, are hardly ever running text: addresses, lists of skills. */
const SHORT_LINE_CHARACTERS = 25;

const WITHOUT_CASE = /^\p{Lo}/u;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const MID_SENTENCE = /[\p{L}\p{N},;–-]$/u;
const LOWER_CASE_START = /^\p{Ll}/u;

/** What the whole document says about its lines. */
export interface DocumentStyle {
  /** Size of the running text, in points. */
  readonly body_size: number;
  readonly words: ReadonlySet<string>;
}

/** What the lines say about each other. */
interface Layout extends DocumentStyle {
  /** Usual distance of baselines in each column, in parts of the type's size. */
  readonly leading: ReadonlyMap<string, number>;
  /** Where each line would end if it were full. */
  readonly ends: ReadonlyMap<TextLine, number>;
}

/** Joins lines in reading order to paragraphs. */
export function toParagraphs(lines: readonly TextLine[], style: DocumentStyle): readonly Paragraph[] {
  const leading = usualLeading(lines);
  const ends = lineEnds(lines, (last, line) => isParted(last, line, leading));
  const layout = { ...style, leading, ends };
  const paragraphs: OpenParagraph[] = [];
  let bullet_pending = false;
  for (const line of lines) {
    const { bullet, text } = splitBullet(line.text);
    if (text === '') {
      bullet_pending ||= bullet;
      continue;
    }
    const last = paragraphs.at(-1);
    const begins = bullet || bullet_pending;
    if (last !== undefined && !begins && belongs(last, line, layout)) append(last, line);
    else paragraphs.push({ bullet: begins, lines: [line], texts: [text] });
    bullet_pending = false;
  }
  return paragraphs.flatMap((paragraph) => finish(paragraph, style));
}

function append({ lines, texts }: OpenParagraph, line: TextLine): void {
  lines.push(line);
  texts.push(line.text);
}

function finish({ bullet, lines, texts }: OpenParagraph, { words }: DocumentStyle): Paragraph[] {
  const [first] = lines;
  if (first === undefined) return [];
  const { page, size, bold } = first;
  return [{ text: joinLines(texts, words), page, size, bold, bullet, lines }];
}

function columnOf({ page, column }: TextLine): string {
  return `${page} ${column}`;
}

function inOneColumn(last: TextLine, line: TextLine): boolean {
  return last.page === line.page && last.column === line.column;
}

/** The middle distance of baselines in each column. */
function usualLeading(lines: readonly TextLine[]): ReadonlyMap<string, number> {
  const columns = Map.groupBy(lines, columnOf);
  return new Map(
    [...columns].map(([key, column]) => {
      const distances = column.slice(1).map((line, index) => ((column[index]?.v ?? 0) - line.v) / line.size);
      return [key, median(distances.filter((distance) => distance > 0))];
    }),
  );
}

function belongs(paragraph: OpenParagraph, line: TextLine, layout: Layout): boolean {
  const last = paragraph.lines.at(-1);
  if (last === undefined || !sameType(last, line) || last.is_row || line.is_row) return false;
  if (!inOneColumn(last, line)) return flowsOn(last, line);
  if (isParted(last, line, layout.leading)) return false;
  if (isBroken(last.text, line.text)) return true;
  if (line.size >= layout.body_size * TITLE_SIZE && !paragraph.bullet) return true;
  return !endsEarly(last, line, layout.ends.get(last) ?? last.column_end) && aligned(paragraph, last, line);
}

/** Whether a gap, another column or another size lies between two lines. */
function isParted(last: TextLine, line: TextLine, leading: ReadonlyMap<string, number>): boolean {
  if (!inOneColumn(last, line) || !sameSize(last, line)) return true;
  const distance = (last.v - line.v) / line.size;
  return distance <= 0 || distance > MAX_LEADING_SIZES || distance > (leading.get(columnOf(line)) ?? 0) * MAX_LEADING;
}

function sameSize(last: TextLine, line: TextLine): boolean {
  return Math.abs(last.size - line.size) <= SIZE_TOLERANCE * line.size;
}

function sameType(last: TextLine, line: TextLine): boolean {
  return last.bold === line.bold && last.angle === line.angle && sameSize(last, line);
}

/** Whether a sentence goes on in the next column or on the next page. */
function flowsOn(last: TextLine, line: TextLine): boolean {
  return MID_SENTENCE.test(last.text) && LOWER_CASE_START.test(line.text);
}

/** Whether the break was meant: the first word of a line would have fitted on the line before, or the lines are short and each begins anew. */
function endsEarly(last: TextLine, line: TextLine, end: number): boolean {
  const first_word = line.text.split(' ', 1)[0]?.length ?? 0;
  const room = ((first_word + 1) * (line.u1 - line.u0)) / Math.max(1, line.text.length);
  if (RIGHT_TO_LEFT.test(line.text)) return last.u0 - room > last.column_start;
  if (last.text.length < SHORT_LINE_CHARACTERS && !LOWER_CASE_START.test(line.text) && !WITHOUT_CASE.test(line.text))
    return true;
  return last.u1 + room < end;
}

function aligned({ bullet, lines }: OpenParagraph, last: TextLine, line: TextLine): boolean {
  const indent = (line.u0 - last.u0) / line.size;
  if (RIGHT_TO_LEFT.test(line.text)) return true;
  if (lines.length === 1) return bullet ? indent > -INDENT : indent < INDENT;
  return Math.abs(indent) < INDENT;
}
