import type { BlockKind } from '../../../contracts/index.ts';
import type { ElementNode } from './page-tree.ts';

/** A block of visible text before it is decided whether it belongs to the page's main text. */
export interface RawBlock {
  readonly kind: BlockKind;
  readonly text: string;
  readonly level?: number;
  /** YYYY-MM-DD of a `<time>` in the block. */
  readonly date?: string;
  /** The innermost block element that the text stands in. */
  readonly element: ElementNode;
  /** Characters of the text that are links. */
  readonly link_characters: number;
  readonly links: number;
}
