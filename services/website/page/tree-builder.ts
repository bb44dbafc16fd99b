import { CLOSES_PARAGRAPH, FORMATTING_TAGS, HEAD_TAGS, HEADING_TAG, VOID_TAGS } from './html-elements.ts';
import { OpenElements } from './open-elements.ts';
import type { Attributes, ElementNode, PageNode } from './page-tree.ts';

/** Which open elements a start tag ends (HTML standard, 13.1.2.4), and beyond which element it does not look for them. */
const ENDS: Readonly<Record<string, { readonly open: readonly string[]; readonly within: readonly string[] }>> = {
  li: { open: ['li'], within: ['ul', 'ol', 'menu', 'dir'] },
  dt: { open: ['dt', 'dd'], within: ['dl'] },
  dd: { open: ['dt', 'dd'], within: ['dl'] },
  option: { open: ['option'], within: ['select', 'datalist'] },
  optgroup: { open: ['optgroup', 'option'], within: ['select'] },
  td: { open: ['td', 'th'], within: ['tr', 'table'] },
  th: { open: ['td', 'th'], within: ['tr', 'table'] },
  tr: { open: ['tr'], within: ['table'] },
  tbody: { open: ['tbody', 'thead', 'tfoot'], within: ['table'] },
  thead: { open: ['tbody', 'thead', 'tfoot'], within: ['table'] },
  tfoot: { open: ['tbody', 'thead', 'tfoot'], within: ['table'] },
  a: { open: ['a'], within: [] },
};

/** Puts nodes in document order from start tags, end tags and text, mending markup much as browsers do; every step takes constant time on average. */
export class TreeBuilder {
  readonly nodes: PageNode[] = [];
  readonly #open = new OpenElements((element) => {
    element.end = this.nodes.length;
  });

  /** The element that the next node stands in. */
  get current(): ElementNode | undefined {
    return this.#open.top;
  }

  /** Whether an element of this tag is open. */
  isInside(tag: string): boolean {
    return this.#open.last(tag) >= 0;
  }

  /** Takes a start tag. A second `<html>` or `<body>` is ignored, as browsers do. */
  start(tag: string, attributes: Attributes): void {
    if ((tag === 'html' || tag === 'body') && this.isInside(tag)) return;
    this.#endImplied(tag);
    const element: ElementNode = {
      kind: 'element',
      index: this.nodes.length,
      parent: this.current ?? null,
      tag,
      attributes,
      end: 0,
    };
    element.end = element.index + 1;
    this.nodes.push(element);
    if (!VOID_TAGS.has(tag)) this.#open.push(element);
  }

  /** Takes an end tag; one that matches no open element is ignored. */
  end(tag: string): void {
    const position = this.#open.inScope(tag);
    if (position < 0) return;
    if (FORMATTING_TAGS.has(tag) && this.#open.lastBlock > position) this.#open.endLater(position);
    else this.#open.closeFrom(position);
  }

  /** Takes a run of text. Text before any element gets an `<html>` to stand in. */
  text(text: string): void {
    if (this.current === undefined) {
      if (text.trim() === '') return;
      this.start('html', {});
    }
    if (this.current?.tag === 'head' && text.trim() !== '') this.end('head');
    const parent = this.current;
    if (parent !== undefined) this.nodes.push({ kind: 'text', index: this.nodes.length, parent, text });
  }

  /** Ends all that is still open. */
  finish(): void {
    this.#open.closeFrom(0);
  }

  #endImplied(tag: string): void {
    if (this.current?.tag === 'head' && !HEAD_TAGS.has(tag)) this.end('head');
    if (CLOSES_PARAGRAPH.has(tag)) this.#endUpTo(['p'], ['button']);
    if (HEADING_TAG.test(tag) && HEADING_TAG.test(this.current?.tag ?? '')) this.end(this.current?.tag ?? '');
    const ends = ENDS[tag];
    if (ends !== undefined) this.#endUpTo(ends.open, ends.within);
  }

  #endUpTo(tags: readonly string[], within: readonly string[]): void {
    const position = Math.max(...tags.map((tag) => this.#open.inScope(tag)));
    const limit = Math.max(-1, ...within.map((tag) => this.#open.last(tag)));
    if (position < 0 || position <= limit) return;
    const tag = this.#open.at(position)?.tag;
    if (tag !== undefined) this.end(tag);
  }
}
