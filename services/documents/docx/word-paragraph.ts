import type { Block } from '../../../contracts/index.ts';
import { normalizeText } from '../../text/normalize.ts';
import type { WordStyle } from './read-styles.ts';

/** Longest paragraph in bold that counts as a heading, in characters. */
const MAX_BOLD_HEADING_CHARACTERS = 80;

/** Level of a heading that only bold type tells: below those that styles tell. */
const BOLD_HEADING_LEVEL = 4;

const SENTENCE_END = /[.,;!?…]$/u;

/** A paragraph while it is read. */
export class WordParagraph {
  style: WordStyle = {};
  list: boolean | null = null;
  level: number | null = null;
  shaded = false;
  /** Blocks of text boxes that are anchored in it; they follow it. */
  readonly anchored: Block[] = [];
  #text = '';
  #plain_letters = 0;

  /** Adds text of a run. */
  add(text: string, bold: boolean): void {
    this.#text += text;
    if (!bold) this.#plain_letters += text.trim().length;
  }

  /** The paragraph and what is anchored in it, as blocks. */
  toBlocks(): readonly Block[] {
    const text = normalizeText(this.#text);
    return !/[\p{L}\p{N}]/u.test(text) ? this.anchored : [this.#toBlock(text), ...this.anchored];
  }

  #toBlock(text: string): Block {
    const level = this.level ?? this.style.level;
    if (level !== undefined) return { kind: 'heading', level, text };
    if (this.list ?? this.style.list === true) return { kind: 'list_item', text };
    const stands_out =
      this.#plain_letters === 0 &&
      text.length <= MAX_BOLD_HEADING_CHARACTERS &&
      /\p{L}/u.test(text) &&
      !SENTENCE_END.test(text);
    return stands_out ? { kind: 'heading', level: BOLD_HEADING_LEVEL, text } : { kind: 'paragraph', text };
  }
}
