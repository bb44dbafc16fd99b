import type { Block, Passage } from '../../contracts/index.ts';
import { MAX_SOURCE_CHARACTERS } from '../../contracts/index.ts';
import { splitAtSentences } from './split-at-sentences.ts';

/** Longest passage, in characters: about five sentences, short enough that a citation points to the place and long enough to keep the context. */
export const MAX_PASSAGE_CHARACTERS = 700;

/** The text of a source and its passages; `cut` tells that the text was longer than {@link MAX_SOURCE_CHARACTERS}. */
export interface SourceText {
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly cut: boolean;
}

/** A piece of a block, not longer than a passage may be. */
interface Piece {
  readonly block: Block;
  readonly text: string;
  readonly headings: readonly string[];
}

/**
 * Lays blocks out as one text, a line each with an empty line before a heading, and cuts it into passages: for every passage
 * `text.slice(start, end) === passage.text`. Ids count from 1 in reading order.
 */
export function buildPassages(sourceId: string, blocks: readonly Block[]): SourceText {
  const passages: Passage[] = [];
  let text = '';
  for (const piece of piecesOf(blocks)) {
    const separator = text === '' ? '' : piece.block.kind === 'heading' ? '\n\n' : '\n';
    if (text.length + separator.length + piece.text.length > MAX_SOURCE_CHARACTERS) {
      return { text, passages, cut: true };
    }
    text += separator;
    passages.push(passageOf(`${sourceId}.${passages.length + 1}`, text.length, piece));
    text += piece.text;
  }
  return { text, passages, cut: false };
}

function passageOf(passage_id: string, start: number, { block, text, headings }: Piece): Passage {
  return {
    passage_id,
    kind: block.kind,
    start,
    end: start + text.length,
    text,
    headings: [...headings],
    ...(block.page === undefined ? {} : { page: block.page }),
    ...(block.date === undefined ? {} : { date: block.date }),
  };
}

function* piecesOf(blocks: readonly Block[]): Generator<Piece> {
  const open: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') closeHeadings(open, block.level ?? 1);
    const headings = open.map((heading) => heading.text);
    for (const text of splitAtSentences(block.text, MAX_PASSAGE_CHARACTERS)) yield { block, text, headings };
    if (block.kind === 'heading') open.push({ level: block.level ?? 1, text: block.text });
  }
}

/** A heading ends those of its own level and below; headings nest at most six deep because levels are 1 to 6. */
function closeHeadings(open: { level: number }[], level: number): void {
  while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
}
