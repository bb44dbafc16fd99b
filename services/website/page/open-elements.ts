import { BLOCK_TAGS } from './html-elements.ts';
import type { ElementNode } from './page-tree.ts';

const CELL_TAGS: ReadonlySet<string> = new Set(['td', 'th', 'caption', 'template', 'table']);
const TABLE_TAGS: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const TABLE_LIMITS: ReadonlySet<string> = new Set(['table', 'template']);

/**
 * The stack of open elements with the positions of each tag, so that an end tag finds its start in constant time however deep the page
 * is: a search along the stack would make a page of unclosed elements take time in the square of its size.
 */
export class OpenElements {
  readonly #stack: ElementNode[] = [];
  readonly #positions = new Map<string, number[]>();
  readonly #blocks: number[] = [];
  readonly #cellLimits: number[] = [];
  readonly #tableLimits: number[] = [];
  readonly #endedEarly = new Set<ElementNode>();
  readonly #onClose: (element: ElementNode) => void;

  /** `onClose` is called for each element when its last descendant has been seen. */
  constructor(onClose: (element: ElementNode) => void) {
    this.#onClose = onClose;
  }

  /** The innermost open element. */
  get top(): ElementNode | undefined {
    return this.#stack.at(-1);
  }

  /** Position of the innermost open block element, −1 without one. */
  get lastBlock(): number {
    return this.#blocks.at(-1) ?? -1;
  }

  /** The open element at a position, 0 being the outermost. */
  at(position: number): ElementNode | undefined {
    return this.#stack[position];
  }

  /** Position of the innermost open element of this tag, −1 without one. */
  last(tag: string): number {
    return this.#positions.get(tag)?.at(-1) ?? -1;
  }

  /** The same, but −1 too when it lies outside the table cell (for parts of a table: outside the table) that is being filled. */
  inScope(tag: string): number {
    const position = this.last(tag);
    const limit = (TABLE_TAGS.has(tag) ? this.#tableLimits : this.#cellLimits).at(-1) ?? -1;
    return position >= limit ? position : -1;
  }

  /** Opens an element inside the innermost one. */
  push(element: ElementNode): void {
    const position = this.#stack.push(element) - 1;
    for (const list of this.#listsOf(element.tag)) list.push(position);
  }

  /** Closes the element at `position` and everything inside it, then those around it whose end tag came too early. */
  closeFrom(position: number): void {
    while (this.#stack.length > position) this.#pop();
    while (this.top !== undefined && this.#endedEarly.has(this.top)) this.#pop();
  }

  /** Lets the element at `position` close as soon as nothing is open inside it. */
  endLater(position: number): void {
    const element = this.#stack[position];
    if (element !== undefined) this.#endedEarly.add(element);
    // It no longer counts as open for later end tags of the same name.
    if (element !== undefined) this.#positions.get(element.tag)?.pop();
  }

  #pop(): void {
    const element = this.#stack.pop();
    if (element === undefined) return;
    for (const list of this.#listsOf(element.tag)) if (list.at(-1) === this.#stack.length) list.pop();
    this.#endedEarly.delete(element);
    this.#onClose(element);
  }

  #listsOf(tag: string): number[][] {
    const lists = [this.#positionsOf(tag)];
    if (BLOCK_TAGS.has(tag)) lists.push(this.#blocks);
    if (CELL_TAGS.has(tag)) lists.push(this.#cellLimits);
    if (TABLE_LIMITS.has(tag)) lists.push(this.#tableLimits);
    return lists;
  }

  #positionsOf(tag: string): number[] {
    const known = this.#positions.get(tag);
    if (known !== undefined) return known;
    const positions: number[] = [];
    this.#positions.set(tag, positions);
    return positions;
  }
}
