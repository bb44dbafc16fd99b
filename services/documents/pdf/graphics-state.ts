import type { Box, Matrix } from './geometry.ts';
import { IDENTITY, UNBOUNDED } from './geometry.ts';

/** What the layout needs to know of a font. */
export interface PdfFont {
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Glyphs are drawings of their own, and the size alone does not tell how large they are. */
  readonly type3: boolean;
  /** Its letters are signs, whatever letters its codes stand for elsewhere. */
  readonly symbols: boolean;
  /** Width of one glyph unit per size: 0.001 for all but Type 3 fonts. */
  readonly unit: number;
}

/** The font before any was set. */
export const NO_FONT: PdfFont = { bold: false, vertical: false, type3: false, symbols: false, unit: 0.001 };

/** A color as red, green and blue of 0–255; null for patterns, of which we do not know how they look. */
export type Color = readonly [number, number, number] | null;

/** Black: the color that a page starts with. */
const BLACK: Color = [0, 0, 0];

/** White: the paper. */
export const WHITE: Color = [255, 255, 255];

/** The graphics state of a page's content, as far as it decides where text stands and whether it can be seen. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Box;
  fill: Color;
  stroke: Color;
  fill_alpha: number;
  /** Whether paint simply covers what is below. */
  covers: boolean;
  font: PdfFont;
  font_size: number;
  character_spacing: number;
  word_spacing: number;
  horizontal_scale: number;
  leading: number;
  rise: number;
  render_mode: number;
  /** Whether it is an annotation that is drawn, such as a field of a form. */
  in_annotation: boolean;
}

/** The state at the start of a page. */
export function initialState(): GraphicsState {
  return {
    ctm: IDENTITY,
    clip: UNBOUNDED,
    fill: BLACK,
    stroke: BLACK,
    fill_alpha: 1,
    covers: true,
    font: NO_FONT,
    font_size: 0,
    character_spacing: 0,
    word_spacing: 0,
    horizontal_scale: 1,
    leading: 0,
    rise: 0,
    render_mode: 0,
    in_annotation: false,
  };
}

/** Reads `#rrggbb`, the one form in which pdf.js hands over colors; anything else is a color that we do not know. */
export function parseColor(text: unknown): Color {
  if (typeof text !== 'string' || !/^#[0-9a-f]{6}$/i.test(text)) return null;
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
