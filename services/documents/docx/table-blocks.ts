import type { Block } from '../../../contracts/index.ts';

/** Blocks in a cell up to which it is a cell of a table; tables that only arrange a page hold whole sections in theirs. */
const MAX_CELL_BLOCKS = 3;

/** Longest row, in characters, that is kept as one block. */
const MAX_ROW_CHARACTERS = 600;

/** A row of a table as one block, cells divided by " | "; rows of tables that only arrange the page come out as what is in them. */
export function toRowBlocks(cells: readonly (readonly Block[])[]): readonly Block[] {
  const filled = cells.filter((blocks) => blocks.length > 0);
  if (filled.length < 2 || filled.some(arrangesThePage)) return filled.flat();
  const text = filled.map((blocks) => blocks.map((block) => block.text).join(' ')).join(' | ');
  return text.length > MAX_ROW_CHARACTERS ? filled.flat() : [{ kind: 'table_row', text }];
}

function arrangesThePage(blocks: readonly Block[]): boolean {
  return blocks.length > MAX_CELL_BLOCKS || blocks.some(({ kind }) => kind === 'list_item' || kind === 'table_row');
}
