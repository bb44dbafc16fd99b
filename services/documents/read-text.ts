import type { Block } from '../../contracts/index.ts';
import { normalizeText } from '../text/normalize.ts';
import { isListItem, stripMarker } from './text-marker.ts';

/** Longest heading of a plain text, in characters. */
const MAX_HEADING_CHARACTERS = 60;

/** Shortest line that is taken to be broken because it was full, in characters: mail and editors break at 65 to 100. */
const MIN_FULL_LINE_CHARACTERS = 55;

/** Room within a line that sets its parts in columns: a tab, or three spaces. */
const COLUMN_GAP = /(?<=\S)(?:\t[\t ]*| {3,}\t*)(?=\S)/;

const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;
const LABEL = /^[\p{L}\p{N}][^:.!?]*:$/u;
const RULER = /^[\s=\-_*~#]+$/;

/** Makes blocks of plain text: paragraphs between blank lines, list items, and headings (short lines in capitals, underlined, or ending in a colon). */
export function readText(text: string): readonly Block[] {
  return text
    .split(/\r\n|[\r\n\f\u2028\u2029]/)
    .reduce<TextReader>((reader, line) => reader.add(line), new TextReader())
    .finish();
}

class TextReader {
  readonly #blocks: Block[] = [];
  #open: { kind: 'paragraph' | 'list_item'; lines: string[] } | null = null;

  add(line: string): this {
    const text = line.trim();
    if (text === '') this.#close();
    else if (RULER.test(text)) this.#underline(text);
    else if (isListItem(text)) this.#start('list_item', stripMarker(text));
    else if (isHeading(text)) this.#heading(text);
    else if (COLUMN_GAP.test(text)) this.#row(text);
    else this.#continue(text);
    return this;
  }

  finish(): readonly Block[] {
    this.#close();
    return this.#blocks;
  }

  /** A line of text goes on with the one before when that was full, or when it is indented under a list item; else it stands alone, as in an address. */
  #continue(text: string): void {
    const last = this.#open?.lines.at(-1);
    const runs_on = last !== undefined && (last.length >= MIN_FULL_LINE_CHARACTERS || /^\p{Ll}/u.test(text));
    if (this.#open !== null && runs_on) this.#open.lines.push(text);
    else this.#start('paragraph', text);
  }

  /** A row of columns, such as a position with its dates at the right end, goes on in no other line. */
  #row(text: string): void {
    this.#close();
    this.#push('table_row', text.split(COLUMN_GAP).join(' | '));
  }

  #start(kind: 'paragraph' | 'list_item', text: string): void {
    this.#close();
    this.#open = { kind, lines: [text] };
  }

  #underline(ruler: string): void {
    const title = this.#open?.lines.length === 1 && this.#open.kind === 'paragraph' ? this.#open.lines[0] : undefined;
    const is_title = title !== undefined && title.length <= MAX_HEADING_CHARACTERS;
    if (is_title) this.#open = null;
    this.#close();
    if (is_title) this.#push('heading', title, ruler.startsWith('=') ? 1 : 2);
  }

  #heading(text: string): void {
    this.#close();
    this.#push('heading', text.replace(/:$/, ''), 2);
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.#push(open.kind, joinTextLines(open.lines));
  }

  #push(kind: Block['kind'], text: string, level?: number): void {
    const normalized = normalizeText(text);
    if (normalized !== '') this.#blocks.push({ kind, text: normalized, ...(level === undefined ? {} : { level }) });
  }
}

/** Joins the lines of a paragraph, making words whole that were broken at a line's end. */
function joinTextLines(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/(\p{Ll})[-\u2010]\n(?=\p{Ll})/gu, '$1')
    .replaceAll('\n', ' ');
}

function isHeading(text: string): boolean {
  return text.length <= MAX_HEADING_CHARACTERS && (CAPITALS.test(text) || LABEL.test(text)) && /\p{L}{2}/u.test(text);
}
