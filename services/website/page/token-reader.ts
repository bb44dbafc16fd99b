import type { TokenizerCallbacks } from 'htmlparser2';
import { isAssignedData } from './assigned-data.ts';
import { ENTRANCE_ATTRIBUTES } from './entrances.ts';
import { VOID_TAGS } from './html-elements.ts';
import type { PageTree } from './page-tree.ts';
import { TreeBuilder } from './tree-builder.ts';

/** The attributes that any part of the extraction reads. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'class id style role for hidden aria-hidden aria-label aria-level aria-modal alt href hreflang rel datetime content name property http-equiv type lang ' +
    'itemprop open media aria-controls aria-expanded data-target data-bs-target shadowrootmode'
  )
    .split(' ')
    .concat(ENTRANCE_ATTRIBUTES),
);

/** Elements whose source is looked at. */
const EMBEDDING_TAG = /^(?:iframe|script)$/;

/** Longest attribute value that is kept, in characters: real descriptions, styles and addresses are shorter. */
const MAX_ATTRIBUTE_CHARACTERS = 4000;

/** Shared by all elements without attributes, which are most: a million objects less on a page of a million elements. */
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

const KEPT_SCRIPT = /json/i;

/** Shortest comment, in words, that counts as text; shorter ones are marks of templates and frameworks. */
const MIN_COMMENT_WORDS = 4;
const MAX_COMMENT_CHARACTERS = 100_000;

/** Turns the tokens of a page into calls of a tree builder. Positions that the tokenizer gives are offsets in `html`. */
export class TokenReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #builder = new TreeBuilder();
  #tag = '';
  #attributes: Record<string, string> | undefined;
  #attribute: string | null = null;
  #value = '';
  #text = '';
  #comments = '';

  constructor(html: string) {
    this.#html = html;
  }

  /** The tree of all that was read. */
  tree(): PageTree {
    return { nodes: this.#builder.nodes, comments: this.#comments };
  }

  ontext(start: number, end: number): void {
    this.#text += this.#html.slice(start, end);
  }

  ontextentity(codepoint: number): void {
    this.#text += String.fromCodePoint(codepoint);
  }

  onopentagname(start: number, end: number): void {
    this.#flushText();
    this.#tag = this.#html.slice(start, end).toLowerCase();
    this.#attributes = undefined;
  }

  onattribname(start: number, end: number): void {
    const name = end - start > 20 ? '' : this.#html.slice(start, end).toLowerCase();
    const isKept = KEPT_ATTRIBUTES.has(name) || (name === 'src' && EMBEDDING_TAG.test(this.#tag));
    this.#attribute = isKept && !Object.hasOwn(this.#attributes ?? NO_ATTRIBUTES, name) ? name : null;
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === null) return;
    const room = MAX_ATTRIBUTE_CHARACTERS - this.#value.length;
    if (room > 0) this.#value += this.#html.slice(start, Math.min(end, start + room));
  }

  onattribentity(codepoint: number): void {
    if (this.#attribute !== null && this.#value.length < MAX_ATTRIBUTE_CHARACTERS)
      this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (this.#attribute !== null) {
      this.#attributes ??= {};
      this.#attributes[this.#attribute] = this.#value;
    }
    this.#attribute = null;
    this.#value = '';
  }

  onopentagend(): void {
    this.#builder.start(this.#tag, this.#attributes ?? NO_ATTRIBUTES);
  }

  onselfclosingtag(): void {
    this.#builder.start(this.#tag, this.#attributes ?? NO_ATTRIBUTES);
    // In HTML the slash means nothing; inside SVG and MathML it ends the element.
    if (this.isInForeignContext() && !VOID_TAGS.has(this.#tag)) this.#builder.end(this.#tag);
  }

  onclosetag(start: number, end: number): void {
    this.#flushText();
    const tag = this.#html.slice(start, end).toLowerCase();
    if (tag === 'br') this.#builder.start('br', NO_ATTRIBUTES);
    else this.#builder.end(tag);
  }

  oncomment(start: number, end: number, offset: number): void {
    const text = this.#html.slice(start, end - offset);
    const isProse = !/[<>{}=]/.test(text) && text.trim().split(/\s+/, MIN_COMMENT_WORDS).length >= MIN_COMMENT_WORDS;
    if (isProse && this.#comments.length < MAX_COMMENT_CHARACTERS) this.#comments += `${text.trim()}\n`;
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.isInForeignContext()) this.ontext(start, end - offset);
  }

  ondeclaration(): void {
    // A doctype says nothing about what a visitor reads.
  }

  onprocessinginstruction(): void {
    // Nor does a processing instruction.
  }

  onend(): void {
    this.#flushText();
    this.#builder.finish();
  }

  isInForeignContext(): boolean {
    return this.#builder.isInside('svg') || this.#builder.isInside('math');
  }

  #flushText(): void {
    const text = this.#text;
    this.#text = '';
    if (text !== '' && this.#isKept(text)) this.#builder.text(text);
  }

  /** Code and drawings are not kept, data for machines is. */
  #isKept(text: string): boolean {
    if (this.isInForeignContext()) return false;
    const current = this.#builder.current;
    if (current?.tag !== 'script') return true;
    return KEPT_SCRIPT.test(current.attributes.type ?? '') || isAssignedData(text);
  }
}
