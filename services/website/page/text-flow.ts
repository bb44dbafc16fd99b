import { MAX_SOURCE_CHARACTERS } from '../../../contracts/index.ts';
import { findDataTables } from './data-tables.ts';
import { isoDate } from './dates.ts';
import type { StyleOf } from './element-style.ts';
import type { FlowContext } from './flow-context.ts';
import { flowContext } from './flow-context.ts';
import { BLOCK_TAGS, TEXTLESS_TAGS } from './html-elements.ts';
import { isNoteMark, isSeam } from './inline-seams.ts';
import { normalizePageText } from './normalize-text.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import type { RawBlock } from './raw-block.ts';
import { findSpokenControls } from './spoken-controls.ts';

/** Characters of text after which a page is read no further. A source keeps 400,000; what is left out as no content comes on top of that. */
const MAX_FLOW_CHARACTERS = 4 * MAX_SOURCE_CHARACTERS;

/** Between the cells of a table row. */
const CELL_SEPARATOR = ' | ';

/** How a page's text is read. */
export interface FlowOptions {
  readonly styleOf: StyleOf;
  /** Whether nothing inside the element is read. */
  readonly isSkipped: (element: ElementNode) => boolean;
  /** Whether text that stands in the element itself is not read, though elements inside it may be. */
  readonly isUnseen: (element: ElementNode) => boolean;
}

/** Elements that stand inside a line without a gap when they are left out: code, and the marks of notes. */
const NO_GAP: ReadonlySet<string> = new Set(['script', 'style', 'sup']);

/** Reads all there is, with the layout that tags have without style. */
export const FLOW_EVERYTHING: FlowOptions = { styleOf: () => ({}), isSkipped: () => false, isUnseen: () => false };

/** Cuts the text of a page that is not skipped into blocks, as a browser would break it into lines. */
export function flowText(tree: PageTree, { styleOf, isSkipped, isUnseen }: FlowOptions): RawBlock[] {
  const flow = new TextFlow(tree, styleOf);
  const spoken = findSpokenControls(tree);
  const isPassed = (element: ElementNode): boolean =>
    (TEXTLESS_TAGS.has(element.tag) && !spoken.has(element)) || isSkipped(element);
  for (let index = 0; index < tree.nodes.length && flow.characters <= MAX_FLOW_CHARACTERS; ) {
    const node = tree.nodes[index];
    if (node === undefined) break;
    flow.leaveUntil(index);
    if (node.kind === 'text') {
      if (!isUnseen(node.parent)) flow.text(node.text);
    } else if (isNoteMark(tree, node) || isPassed(node)) {
      flow.gap(node);
      index = node.end;
      continue;
    } else flow.enter(node);
    index++;
  }
  return flow.finish();
}

/** Stands for the page where it has no element at all. */
const NO_ROOT: ElementNode = { kind: 'element', index: 0, parent: null, tag: 'html', attributes: {}, end: 0 };

/** The state of the walk: open elements that break lines, and the block that is being filled. */
class TextFlow {
  readonly #tree: PageTree;
  readonly #blocks: RawBlock[] = [];
  readonly #dataTables: ReadonlySet<ElementNode>;
  readonly #styleOf: StyleOf;
  /** Open elements that matter to the flow: blocks and links. */
  readonly #open: { element: ElementNode; context: FlowContext; isBlock: boolean }[] = [];
  readonly #openBlocks: ElementNode[] = [];
  readonly #root: ElementNode;
  #characters = 0;
  #text = '';
  #date: string | undefined;
  #linkCharacters = 0;
  #links = 0;
  #openLinks = 0;
  #afterLink = false;
  /** Kept beside the text, since looking into a text that is still being put together copies all of it. */
  #hasText = false;
  #afterBreak = false;

  constructor(tree: PageTree, styleOf: StyleOf) {
    this.#tree = tree;
    this.#styleOf = styleOf;
    this.#dataTables = findDataTables(tree);
    const first = tree.nodes[0];
    this.#root = first?.kind === 'element' ? first : NO_ROOT;
  }

  /** Length of the blocks made so far. */
  get characters(): number {
    return this.#characters;
  }

  text(text: string): void {
    this.#text += text;
    this.#afterLink = false;
    if (text.trim() === '') return;
    this.#hasText = true;
    this.#afterBreak = false;
    if (this.#openLinks > 0) this.#linkCharacters += text.trim().length;
  }

  /** What is skipped still parts the words around it, unless it stands inside a line. */
  gap(element: ElementNode): void {
    if (BLOCK_TAGS.has(element.tag) || element.tag === 'br') this.#breakLine();
    else if (!NO_GAP.has(element.tag)) this.#text += ' ';
  }

  enter(element: ElementNode): void {
    const isBlock = this.#isBlock(element);
    if (element.tag === 'br') this.#lineBreak();
    else if (element.tag === 'img') this.#text += ' ';
    else if (element.tag === 'time') this.#date ??= isoDate(element.attributes.datetime ?? '');
    if (element.tag === 'a') this.#enterLink();
    if (!isBlock && isSeam(this.#tree, element)) this.#text += ' ';
    if (!isBlock && element.tag !== 'a') return;
    if (isBlock) this.#breakLine();
    if (isBlock) this.#openBlocks.push(element);
    this.#open.push({ element, context: flowContext(element, this.#context, this.#dataTables), isBlock });
    if (isBlock && (element.tag === 'td' || element.tag === 'th')) this.#startCell();
  }

  /** Closes the elements that end before `index`. */
  leaveUntil(index: number): void {
    for (let top = this.#open.at(-1); top !== undefined && top.element.end <= index; top = this.#open.at(-1)) {
      if (top.isBlock) this.#breakLine(top.element);
      if (top.isBlock) this.#openBlocks.pop();
      if (top.element.tag === 'a') this.#leaveLink();
      this.#open.pop();
    }
  }

  finish(): RawBlock[] {
    this.leaveUntil(Number.POSITIVE_INFINITY);
    this.#flush();
    return this.#blocks;
  }

  get #context(): FlowContext {
    return this.#open.at(-1)?.context ?? {};
  }

  #isBlock(element: ElementNode): boolean {
    const display = this.#styleOf(element).display;
    if (element.tag === 'button') return true;
    if (BLOCK_TAGS.has(element.tag)) return !(display === 'inline' && element.tag !== 'li');
    return /^(?:block|flex|grid|list-item|table)/.test(display ?? '') || this.#isFlexItem(element);
  }

  #isFlexItem(element: ElementNode): boolean {
    if (element.parent === null || element.tag === 'br') return false;
    return /^(?:inline-)?(?:flex|grid)$/.test(this.#styleOf(element.parent).display ?? '');
  }

  #enterLink(): void {
    if (this.#afterLink) this.#text += ' ';
    this.#openLinks++;
    this.#links++;
  }

  #leaveLink(): void {
    this.#openLinks--;
    this.#afterLink = true;
  }

  /** One `<br>` is a space, two part paragraphs. */
  #lineBreak(): void {
    if (this.#afterBreak) this.#breakLine();
    else this.#text += '\n';
    this.#afterBreak = true;
  }

  #startCell(): void {
    if (this.#context.row !== undefined && this.#hasText) this.#text += CELL_SEPARATOR;
  }

  /** Inside a heading or a row of a data table lines stay together until it ends. */
  #breakLine(ending?: ElementNode): void {
    const { heading, row } = this.#context;
    const whole = row ?? heading;
    if (whole === undefined || whole === ending) this.#flush();
    else this.#text += ' ';
  }

  #flush(): void {
    const text = this.#hasText ? normalizePageText(this.#text) : '';
    if (/[\p{L}\p{N}]/u.test(text)) this.#blocks.push(this.#block(text, this.#openBlocks.at(-1) ?? this.#root));
    this.#characters += text.length;
    this.#text = '';
    this.#hasText = false;
    this.#afterBreak = false;
    this.#date = undefined;
    this.#linkCharacters = 0;
    this.#links = this.#openLinks;
    this.#afterLink = false;
  }

  #block(text: string, element: ElementNode): RawBlock {
    const { kind = 'paragraph', level } = this.#context;
    const link_characters = Math.min(this.#linkCharacters, text.length);
    return {
      kind,
      text,
      ...(level && { level }),
      ...(this.#date && { date: this.#date }),
      element,
      link_characters,
      links: this.#links,
    };
  }
}
