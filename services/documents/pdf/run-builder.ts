import { GlyphJoiner } from './glyph-joiner.ts';
import type { Ink, TextRun } from './text-run.ts';

/** What the letters of one drawing operator have in common. */
export interface GlyphStyle {
  readonly angle: number;
  readonly v: number;
  readonly size: number;
  readonly bold: boolean;
  readonly in_annotation: boolean;
  readonly ink: Ink;
  /** Two letters belong to one run only when these are equal: it stands for color, mode and layer. */
  readonly ink_key: string;
}

/** A run together with how it was drawn. */
export interface InkedRun {
  readonly run: TextRun;
  readonly ink: Ink;
}

/** Room that ends a run, in parts of the type's size: justified text stretches spaces to about 0.9, gutters and tabs begin above. */
const RUN_END_GAP = 1;

/** How far a letter may step back, in parts of the type's size: kerning and accents that are drawn over their letter. */
const STEP_BACK = 0.5;

/** How far a letter may leave the baseline within a run, in parts of the type's size. */
const BASELINE_TOLERANCE = 0.05;

/** How much type may differ in size within a run. */
const SIZE_TOLERANCE = 0.05;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

interface OpenRun {
  readonly style: GlyphStyle;
  readonly order: number;
  readonly joiner: GlyphJoiner;
  u0: number;
  /** End of the last letter that is not a space. */
  u1: number;
}

/** Makes runs from letters in drawing order, across operators and fonts as long as they stand close together on one line. */
export class RunBuilder {
  readonly runs: InkedRun[] = [];
  #open: OpenRun | null = null;

  /** Takes a letter that stands between two places of its line, in either order; `order` is the rank of the operator that draws it. */
  add(text: string, from: number, to: number, style: GlyphStyle, order: number): void {
    const u0 = Math.min(from, to);
    const goes_on = this.#open !== null && continues(this.#open, style, u0);
    if (text === ' ' || text.trim() === '') {
      if (goes_on) this.#open?.joiner.addSpace();
      return;
    }
    const open = this.#open !== null && goes_on ? this.#open : this.#start(u0, style, order);
    open.joiner.add(inDrawnOrder(text), (u0 - open.u1) / style.size);
    open.u0 = Math.min(open.u0, u0);
    open.u1 = Math.max(open.u1, from, to);
  }

  /** Ends the last run. */
  finish(): readonly InkedRun[] {
    this.#close();
    return this.runs;
  }

  #start(u: number, style: GlyphStyle, order: number): OpenRun {
    this.#close();
    this.#open = { style, order, joiner: new GlyphJoiner(), u0: u, u1: u };
    return this.#open;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null || open.joiner.empty) return;
    const { angle, v, size, bold, in_annotation, ink } = open.style;
    this.runs.push({
      run: {
        text: open.joiner.join(),
        angle,
        u0: open.u0,
        u1: open.u1,
        v,
        size,
        bold,
        in_annotation,
        order: open.order,
        hidden: null,
      },
      ink,
    });
  }
}

function continues({ style, u1 }: OpenRun, next: GlyphStyle, u: number): boolean {
  const gap = (u - u1) / style.size;
  return gap < RUN_END_GAP && gap > -STEP_BACK && (style === next || isAlike(style, next));
}

function isAlike(style: GlyphStyle, next: GlyphStyle): boolean {
  return (
    style.angle === next.angle &&
    style.bold === next.bold &&
    style.in_annotation === next.in_annotation &&
    style.ink_key === next.ink_key &&
    Math.abs(style.size - next.size) <= SIZE_TOLERANCE * style.size &&
    Math.abs(style.v - next.v) <= BASELINE_TOLERANCE * style.size
  );
}

/** A glyph that stands for several right-to-left letters, turned so that turning the whole line later gives their reading order. */
function inDrawnOrder(text: string): string {
  return text.length > 1 && RIGHT_TO_LEFT.test(text) ? [...text].reverse().join('') : text;
}
