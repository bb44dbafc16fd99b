import { visible } from './markdown.ts';

/** Longest line of a difference, in characters: a list of error names fits, a document does not. */
const MAX_DIFFERENCE_CHARACTERS = 400;

/** A piece of a summary that stays whole Markdown when it is cut: what opens it, lines that can be left out from the end, what closes it. */
export interface Block {
  readonly open: readonly string[];
  readonly lines: readonly string[];
  readonly close: readonly string[];
}

/** A piece that is left out whole or not at all. */
export function paragraph(...lines: readonly string[]): Block {
  return { open: lines, lines: [], close: [] };
}

/** A list, one line an item. */
export function bullets(items: readonly string[], open: readonly string[] = []): Block {
  return { open, lines: items.map((item) => `- ${item}`), close: [] };
}

/** A table of rows that were made with `row`. */
export function table(header: readonly string[], rows: readonly string[]): Block {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return { open: [line(header), line(header.map(() => '---'))], lines: rows, close: [] };
}

/** A block that is folded away under a title. */
export function folded(title: string, { open, lines, close }: Block): Block {
  return {
    open: ['<details>', `<summary>${title}</summary>`, '', ...open],
    lines,
    close: [...close, '', '</details>'],
  };
}

/** Lines of a difference, each beginning with `+`, `-` or a space. */
export function difference(rawLines: readonly string[]): Block {
  const lines = rawLines.map((line) => visible(line, MAX_DIFFERENCE_CHARACTERS));
  const longestRun = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longestRun + 1);
  return { open: [`${fence}diff`], lines, close: [fence] };
}

/**
 * Puts blocks one after the other into at most so many characters: the first ones whole, the one that does not fit cut after a line, and a note in place of
 * what is left out.
 */
export function withinLimit(blocks: readonly Block[], maxCharacters: number, note: string): string {
  const whole = blocks.map(textOf);
  const everything = joined(whole);
  if (everything.length <= maxCharacters) return everything;
  const kept: string[] = [];
  // A blank line goes before each block and before the note.
  let room = maxCharacters - note.length - 3;
  for (const block of blocks) {
    const part = cut(block, room);
    if (part === undefined) break;
    kept.push(part);
    room -= part.length + 2;
    if (part.length < textOf(block).length) break;
  }
  return joined([...kept, note]);
}

/** As many lines of a block as fit; undefined when not even what opens and closes it does. */
function cut(block: Block, maxCharacters: number): string | undefined {
  const frame = textOf({ ...block, lines: [] }).length;
  if (frame > maxCharacters) return undefined;
  let characters = frame;
  const lines = block.lines.filter((line) => {
    characters += line.length + 1;
    return characters <= maxCharacters;
  });
  if (lines.length === 0 && block.lines.length > 0) return undefined;
  return textOf({ ...block, lines });
}

function textOf({ open, lines, close }: Block): string {
  return [...open, ...lines, ...close].join('\n');
}

function joined(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}
