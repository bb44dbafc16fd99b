import { Tokenizer } from 'htmlparser2';
import type { PageTree } from './page-tree.ts';
import { TokenReader } from './token-reader.ts';

/**
 * Parses HTML into nodes in document order. Only htmlparser2's tokenizer is used: its parser (12.0) keeps open elements in an array that grows
 * at the front, which takes time in the square of the depth. Any input gives a tree; time and memory are linear in its length.
 */
export function parsePage(html: string): PageTree {
  const reader = new TokenReader(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  return reader.tree();
}
