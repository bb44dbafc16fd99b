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
    const style = placement.style(glyphs, layer_visible);
    let pen = 0;
    for (const glyph of glyphs as readonly (PdfGlyph | number)[]) {
      const advance = typeof glyph === 'number' ? placement.kern(glyph) : placement.advance(glyph);
      if (typeof glyph !== 'number') {
        const { u0, u1 } = placement.span(pen, advance);
        this.#builder.add({ text: glyph.unicode, is_space: glyph.unicode.trim() === '', u0, u1 }, style, order);
      }
      pen += advance;
    }
    if (state.font.vertical) this.#y -= pen;
    else this.#x += pen * state.horizontal_scale;
  }
}

/** Where the letters of one operator go: from pen positions to the page. */
class Placement {
  readonly #state: GraphicsState;
  readonly #matrix: Matrix;
  readonly #x: number;
  readonly #y: number;
  readonly #angle: number;
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
    const radians = this.#angle / DEGREES_PER_RADIAN;
    this.#u = this.#x * Math.cos(radians) + this.#y * Math.sin(radians);
    this.#v = this.#y * Math.cos(radians) - this.#x * Math.sin(radians);
  }

  /** How far a number in the string moves the pen. */
  kern(thousandths: number): number {
    return ((this.#state.font.vertical ? 1 : -1) * thousandths * Math.abs(this.#state.font_size)) / 1000;
  }

  /** How far a glyph moves the pen. */
  advance({ width, isSpace, vmetric }: PdfGlyph): number {
    const { font, font_size, character_spacing, word_spacing } = this.#state;
    const spacing = (isSpace ? word_spacing : 0) + character_spacing;
    const along = Math.abs(font_size) * font.unit * (font.vertical ? -(vmetric?.[0] ?? -1000) : width);
    return font.vertical ? along - spacing : along + spacing * this.#direction;
  }

  /** The span of a glyph in writing direction; vertical advances count downward. */
  span(pen: number, advance: number): { u0: number; u1: number } {
    const start = this.#u + pen * this.#scale;
    const end = start + advance * this.#scale;
    return { u0: Math.min(start, end), u1: Math.max(start, end) };
  }

  /** What all glyphs of the operator have in common. */
  style(glyphs: readonly (PdfGlyph | number)[], layer_visible: boolean): GlyphStyle {
    const { font, fill, stroke, fill_alpha, render_mode, clip } = this.#state;
    const size = this.#size(glyphs);
    const middle = this.#width(glyphs) / 2;
    const radians = this.#angle / DEGREES_PER_RADIAN;
    const x = this.#x + Math.cos(radians) * middle - (Math.sin(radians) * size) / 3;
    const y = this.#y + Math.sin(radians) * middle + (Math.cos(radians) * size) / 3;
    const mode = render_mode & 3;
    const colors = mode === 0 ? [fill] : mode === 1 ? [stroke] : mode === 2 ? [fill, stroke] : [];
    const ink: Ink = { colors, alpha: mode === 1 ? 1 : fill_alpha, render_mode, layer_visible, x, y, clip };
    const ink_key = `${mode} ${fill_alpha > 0} ${layer_visible} ${fill?.join() ?? ''} ${mode === 0 ? '' : (stroke?.join() ?? '')}`;
    return { angle: this.#angle, v: this.#v, size, bold: font.bold, ink, ink_key };
  }

  #width(glyphs: readonly (PdfGlyph | number)[]): number {
    return (
      this.#scale *
      glyphs.reduce(
        (sum: number, glyph) => sum + (typeof glyph === 'number' ? this.kern(glyph) : this.advance(glyph)),
        0,
      )
    );
  }

  #size(glyphs: readonly (PdfGlyph | number)[]): number {
    const { font, font_size } = this.#state;
    const height = Math.abs(font_size) * Math.hypot(this.#matrix[2], this.#matrix[3]);
    if (!font.type3) return height;
    const drawn = glyphs.filter((glyph) => typeof glyph !== 'number').length;
    return Math.max(Number.EPSILON, (this.#width(glyphs) / Math.max(1, drawn)) * TYPE3_SIZE_PER_WIDTH);
  }
}
