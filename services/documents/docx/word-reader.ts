import type { Block } from '../../../contracts/index.ts';
import type { WordStyle } from './read-styles.ts';
import { toRowBlocks } from './table-blocks.ts';
import type { XmlVisitor } from './walk-xml.ts';
import { WordParagraph } from './word-paragraph.ts';
import { WordRun } from './word-run.ts';

/** A piece of hidden text. */
export interface HiddenPiece {
  readonly text: string;
  readonly reason: string;
}

/** Where blocks go: the part itself, or a cell of a table. */
interface Container {
  readonly blocks: Block[];
  readonly cells: (readonly Block[])[];
}

type Attribute = (name: string) => string | undefined;

/** What takes the place of elements that stand for a character. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
  ['w:sym', ' '],
]);

/** Elements whose text is text of the document: runs, formulas, drawings. */
const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['w:t', 'm:t', 'a:t']);

/** Elements that are left out with all in them: text moved elsewhere or deleted, the second form of a drawing for old programs, and how characters are read aloud. */
const LEFT_OUT: ReadonlySet<string> = new Set(['w:moveFrom', 'w:del', 'mc:Fallback', 'w:rt']);

/** Elements that may give a ground of another color to the text in them. */
const GROUNDS: ReadonlySet<string> = new Set(['w:tbl', 'w:txbxContent']);

/** Reads the blocks of one part of a DOCX (document, header, footer, notes, comments) in one pass, whatever is nested in what. */
export class WordReader implements XmlVisitor {
  readonly hidden: HiddenPiece[] = [];
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #containers: Container[] = [{ blocks: [], cells: [] }];
  readonly #paragraphs: WordParagraph[] = [];
  readonly #runs: WordRun[] = [];
  #left_out = 0;
  #grounds = 0;
  #in_text = 0;
  /** Depth in properties of a paragraph, whose run properties only concern its mark. */
  #in_paragraph_properties = 0;
  #in_run_properties = 0;

  constructor(styles: ReadonlyMap<string, WordStyle>) {
    this.#styles = styles;
  }

  /** The blocks read. */
  get blocks(): readonly Block[] {
    return this.#containers[0]?.blocks ?? [];
  }

  /** Takes the start of an element. */
  open(name: string, attribute: Attribute): void {
    if (LEFT_OUT.has(name)) this.#left_out += 1;
    if (GROUNDS.has(name)) this.#grounds += 1;
    if (TEXT_ELEMENTS.has(name)) this.#in_text += 1;
    this.#openStructure(name);
    this.#openProperty(name, attribute);
    const character = CHARACTERS.get(name);
    if (character !== undefined && this.#in_paragraph_properties === 0) this.#add(character);
  }

  /** Takes text. */
  text(text: string): void {
    if (this.#in_text > 0) this.#add(text);
  }

  /** Takes the end of an element. */
  close(name: string): void {
    if (LEFT_OUT.has(name)) this.#left_out -= 1;
    if (GROUNDS.has(name)) this.#grounds -= 1;
    if (TEXT_ELEMENTS.has(name)) this.#in_text -= 1;
    if (name === 'w:pPr') this.#in_paragraph_properties -= 1;
    else if (name === 'w:rPr') this.#in_run_properties -= 1;
    else if (name === 'w:r') this.#runs.pop();
    else if (name === 'w:p') this.#emit(this.#paragraphs.pop()?.toBlocks() ?? []);
    else if (name === 'w:tc') this.#closeCell();
    else if (name === 'w:tr') this.#closeRow();
    else if (name === 'a:p') this.#add(' ');
  }

  #openStructure(name: string): void {
    if (name === 'w:p') this.#paragraphs.push(new WordParagraph());
    else if (name === 'w:r') this.#runs.push(new WordRun(this.#paragraphs.at(-1)?.style ?? {}));
    else if (name === 'w:tr' || name === 'w:tc') this.#containers.push({ blocks: [], cells: [] });
    else if (name === 'w:pPr') this.#in_paragraph_properties += 1;
    else if (name === 'w:rPr') this.#in_run_properties += 1;
  }

  #openProperty(name: string, attribute: Attribute): void {
    if (this.#in_paragraph_properties > 0) this.#setParagraph(name, attribute);
    else if (this.#in_run_properties > 0) this.#runs.at(-1)?.set(name, attribute, this.#styles);
  }

  #setParagraph(name: string, attribute: Attribute): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#in_run_properties > 0) return;
    const value = attribute('val') ?? '';
    if (name === 'w:pStyle') paragraph.style = this.#styles.get(value) ?? {};
    else if (name === 'w:numId') paragraph.list = value !== '0';
    else if (name === 'w:outlineLvl' && Number(value) < 9) paragraph.level = Math.min(6, Number(value) + 1);
    else if (name === 'w:shd') paragraph.shaded = true;
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#left_out > 0) return;
    const run = this.#runs.at(-1);
    const on_paper = this.#grounds === 0 && !paragraph.shaded && paragraph.style.shaded !== true;
    const reason = run?.hiddenReason(on_paper) ?? null;
    if (reason === null) paragraph.add(text, run?.bold === true);
    else if (text.trim() !== '') this.hidden.push({ text, reason });
  }

  /** Blocks of a paragraph go behind the one around it, when it stands in a text box. */
  #emit(blocks: readonly Block[]): void {
    const around = this.#paragraphs.at(-1)?.anchored ?? this.#containers.at(-1)?.blocks;
    for (const block of blocks) around?.push(block);
  }

  #closeCell(): void {
    const cell = this.#containers.length > 1 ? this.#containers.pop() : undefined;
    this.#containers.at(-1)?.cells.push(cell?.blocks ?? []);
  }

  #closeRow(): void {
    const row = this.#containers.length > 1 ? this.#containers.pop() : undefined;
    for (const block of toRowBlocks(row?.cells ?? [])) this.#containers.at(-1)?.blocks.push(block);
  }
}
