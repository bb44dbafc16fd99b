import type { Matrix } from './geometry.ts';
import { apply, IDENTITY, multiply } from './geometry.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { GlyphStyle, InkedRun } from './run-builder.ts';
import { RunBuilder } from './run-builder.ts';
import type { Ink } from './text-run.ts';

/** A glyph as pdf.js hands it over. */
interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric: readonly [number, number, number] | null;
}

/** Width of type over its height, below which Type 3 glyphs are measured by their width. */
const TYPE3_SIZE_PER_WIDTH = 2;

/** What codes of one byte stand for in text: not the signs themselves, which lie further up. */
const LATIN_1 = /^[!-ÿ]$/;

const BULLET = '•';

const DEGREES_PER_RADIAN = 180 / Math.PI;

/** Moves the pen of a text object and notes where its letters stand. */
export class TextDrawer {
  readonly #builder = new RunBuilder();
  #matrix: Matrix = IDENTITY;
  #line_x = 0;
  #line_y = 0;
  #x = 0;
  #y = 0;

  /** Begins a text object. */
  begin(): void {
    this.setMatrix(IDENTITY);
  }

  /** Sets the text matrix and goes to its origin. */
  setMatrix(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line_x = this.#line_y = this.#x = this.#y = 0;
  }

  /** Goes to the start of a line, relative to the start of the last one. */
  move(x: number, y: number): void {
    this.#line_x += x;
    this.#line_y += y;
    this.#x = this.#line_x;
    this.#y = this.#line_y;
  }

  /** Ends the page. */
  finish(): readonly InkedRun[] {
    return this.#builder.finish();
  }

  /** Draws glyphs; numbers between them move the pen by thousandths of the size (ISO 32000-2, 9.4.4). */
  show(glyphs: unknown, state: GraphicsState, layer_visible: boolean, order: number): void {
    if (!Array.isArray(glyphs) || state.font_size === 0) return;
    const placement = new Placement(multiply(state.ctm, this.#matrix), state, this.#x, this.#y);
    const drawn = glyphs as readonly (PdfGlyph | number)[];
    const stops = placement.stops(drawn);
    const length = stops.at(-1) ?? 0;
    const style = placement.style(drawn, length, layer_visible);
    for (let index = 0; index < drawn.length; index += 1) {
      const glyph = drawn[index];
      if (typeof glyph !== 'object') continue;
      const from = placement.place(stops[index] ?? 0);
      const text = state.font.symbols ? signOf(glyph.unicode) : glyph.unicode;
      this.#builder.add(text, from, placement.place(stops[index + 1] ?? 0), style, order);
    }
    if (state.font.vertical) this.#y -= length;
    else this.#x += length * state.horizontal_scale;
  }
}

/** A letter of a font of signs is some sign or other: a bullet, in all likelihood. */
function signOf(text: string): string {
  return LATIN_1.test(text) ? BULLET : text;
}

/** Where the letters of one operator go: from pen positions to the page. */
class Placement {
  readonly #state: GraphicsState;
  readonly #matrix: Matrix;
  readonly #x: number;
  readonly #y: number;
  readonly #angle: number;
  readonly #cosine: number;
  readonly #sine: number;
  readonly #u: number;
  readonly #v: number;
  /** Points on the page for one unit of the pen. */
  readonly #scale: number;
  /** 1, or −1 for a negative size, which draws backward. */
  readonly #direction: number;

  constructor(matrix: Matrix, state: GraphicsState, x: number, y: number) {
    this.#state = state;
    this.#matrix = matrix;
    this.#direction = Math.sign(state.font_size);
    const [a, b, c, d] = matrix;
    const [dx, dy] = state.font.vertical
      ? [-c, -d]
      : [a * state.horizontal_scale * this.#direction, b * state.horizontal_scale * this.#direction];
    this.#scale = Math.hypot(dx, dy);
    this.#angle = (Math.round(Math.atan2(dy, dx) * DEGREES_PER_RADIAN) + 360) % 360;
    [this.#x, this.#y] = apply(matrix, x, y + state.rise);
    this.#cosine = Math.cos(this.#angle / DEGREES_PER_RADIAN);
    this.#sine = Math.sin(this.#angle / DEGREES_PER_RADIAN);
    this.#u = this.#x * this.#cosine + this.#y * this.#sine;
    this.#v = this.#y * this.#cosine - this.#x * this.#sine;
  }

  /** Where the pen stands before each glyph, or number between glyphs, and behind the last. */
  stops(glyphs: readonly (PdfGlyph | number)[]): readonly number[] {
    const stops = [0];
    let pen = 0;
    for (const glyph of glyphs) {
      pen += typeof glyph === 'number' ? this.#kern(glyph) : this.#advance(glyph);
      stops.push(pen);
    }
    return stops;
  }

  /** Where a position of the pen lies in writing direction. */
  place(pen: number): number {
    return this.#u + pen * this.#scale;
  }

  /** What all glyphs of the operator have in common; `length` is how far they move the pen. */
  style(glyphs: readonly (PdfGlyph | number)[], length: number, layer_visible: boolean): GlyphStyle {
    const { font, fill, stroke, fill_alpha, render_mode, clip, in_annotation } = this.#state;
    const size = this.#size(glyphs, length);
    const middle = (this.#scale * length) / 2;
    const x = this.#x + this.#cosine * middle - (this.#sine * size) / 3;
    const y = this.#y + this.#sine * middle + (this.#cosine * size) / 3;
    const mode = render_mode & 3;
    const colors = mode === 0 ? [fill] : mode === 1 ? [stroke] : mode === 2 ? [fill, stroke] : [];
    const ink: Ink = { colors, alpha: mode === 1 ? 1 : fill_alpha, render_mode, layer_visible, x, y, clip };
    const ink_key = `${mode} ${fill_alpha > 0} ${layer_visible} ${fill?.join() ?? ''} ${mode === 0 ? '' : (stroke?.join() ?? '')}`;
    return { angle: this.#angle, v: this.#v, size, bold: font.bold, in_annotation, ink, ink_key };
  }

  #kern(thousandths: number): number {
    return ((this.#state.font.vertical ? 1 : -1) * thousandths * Math.abs(this.#state.font_size)) / 1000;
  }

  #advance({ width, isSpace, vmetric }: PdfGlyph): number {
    const { font, font_size, character_spacing, word_spacing } = this.#state;
    const spacing = (isSpace ? word_spacing : 0) + character_spacing;
    const along = Math.abs(font_size) * font.unit * (font.vertical ? -(vmetric?.[0] ?? -1000) : width);
    return font.vertical ? along - spacing : along + spacing * this.#direction;
  }

  #size(glyphs: readonly (PdfGlyph | number)[], length: number): number {
    const { font, font_size } = this.#state;
    const height = Math.abs(font_size) * Math.hypot(this.#matrix[2], this.#matrix[3]);
    if (!font.type3) return height;
    const drawn = glyphs.filter((glyph) => typeof glyph !== 'number').length;
    return Math.max(Number.EPSILON, ((this.#scale * length) / Math.max(1, drawn)) * TYPE3_SIZE_PER_WIDTH);
  }
}
