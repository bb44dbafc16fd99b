import type { Box, Matrix } from './geometry.ts';
import { applyToBox, IDENTITY, intersect, multiply } from './geometry.ts';
import type { GraphicsState, PdfFont } from './graphics-state.ts';
import { initialState, parseColor } from './graphics-state.ts';
import type { GridRules } from './grid-rules.ts';
import { RuleLog } from './grid-rules.ts';
import { PaintLog } from './paint-log.ts';
import type { InkedRun } from './run-builder.ts';
import { TextDrawer } from './text-drawer.ts';
import type { Paint } from './text-run.ts';

/** What the interpreter asks of the document around a page. */
export interface PageResources {
  /** The font of that name. */
  readonly font: (name: string) => PdfFont;
  /** Whether the layer of a marked content is switched on. */
  readonly layerVisible: (group: unknown) => boolean;
}

/** What a page draws: its letters in runs, and the areas that it fills. */
export interface DrawnPage {
  readonly runs: readonly InkedRun[];
  readonly paints: readonly Paint[];
  /** Numbers in the outlines that it fills. */
  readonly outline_numbers: number;
  readonly rules: GridRules;
}

type Arguments = readonly unknown[];
type Operator = (args: Arguments) => void;

/**
 * Follows the content of a page, operator by operator, and notes where which letters stand and what is painted around them. It does what a
 * renderer does (ISO 32000-2, 8.4 and 9.4) as far as text needs it; time and memory are linear in the operators.
 */
export class ContentInterpreter {
  readonly #resources: PageResources;
  readonly #stack: GraphicsState[] = [];
  readonly #layers: boolean[] = [];
  readonly #text: TextDrawer;
  readonly #paints = new PaintLog();
  #state = initialState();
  #clip_pending = false;
  #order = 0;
  #outline_numbers = 0;
  readonly #rules = new RuleLog();

  constructor(resources: PageResources, page_box: Box) {
    this.#resources = resources;
    this.#state.clip = page_box;
    this.#text = new TextDrawer();
  }

  /** Interprets operators, given by name, with the arguments of each; unknown ones draw nothing that matters here. */
  run(operators: readonly string[], all_args: readonly unknown[]): DrawnPage {
    for (const [index, name] of operators.entries()) {
      const args = all_args[index];
      this.#order += 1;
      this.#operators.get(name)?.(Array.isArray(args) ? args : []);
    }
    this.#paints.endPlacement(this.#state, this.#order);
    return {
      runs: this.#text.finish(),
      paints: this.#paints.all,
      outline_numbers: this.#outline_numbers,
      rules: this.#rules,
    };
  }

  readonly #operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
    ['save', () => this.#save()],
    ['restore', () => this.#restore()],
    ['transform', (args) => this.#transform(toMatrix(args))],
    ['paintFormXObjectBegin', ([matrix, box]) => this.#beginForm(matrix, box)],
    ['paintFormXObjectEnd', () => this.#restore()],
    ['beginGroup', ([group]) => this.#beginGroup(group)],
    ['endGroup', () => this.#restore()],
    ['beginAnnotation', ([, rectangle, transform, matrix]) => this.#beginAnnotation(rectangle, transform, matrix)],
    ['endAnnotation', () => this.#restore()],
    ['setFillRGBColor', ([color]) => this.#set({ fill: parseColor(color) })],
    ['setStrokeRGBColor', ([color]) => this.#set({ stroke: parseColor(color) })],
    ['setFillColorN', () => this.#set({ fill: null })],
    ['setStrokeColorN', () => this.#set({ stroke: null })],
    ['setGState', ([entries]) => this.#setGraphicsState(entries)],
    ['clip', () => this.#awaitClip()],
    ['eoClip', () => this.#awaitClip()],
    ['constructPath', (args) => this.#path(args)],
    ['shadingFill', () => this.#paints.addUnknown(this.#state.clip, this.#order)],
    [
      'beginMarkedContentProps',
      ([tag, group]) => this.#layers.push(tag !== 'OC' || this.#resources.layerVisible(group)),
    ],
    ['beginMarkedContent', () => this.#layers.push(true)],
    ['endMarkedContent', () => this.#layers.pop()],
    ['beginText', () => this.#text.begin()],
    ['setTextMatrix', ([matrix]) => this.#text.setMatrix(toMatrix(matrix))],
    ['moveText', ([x, y]) => this.#text.move(toNumber(x), toNumber(y))],
    ['setLeadingMoveText', ([x, y]) => this.#moveWithLeading(toNumber(x), toNumber(y))],
    ['nextLine', () => this.#text.move(0, this.#state.leading)],
    ['setCharSpacing', ([spacing]) => this.#set({ character_spacing: toNumber(spacing) })],
    ['setWordSpacing', ([spacing]) => this.#set({ word_spacing: toNumber(spacing) })],
    ['setHScale', ([percent]) => this.#set({ horizontal_scale: toNumber(percent) / 100 })],
    ['setLeading', ([leading]) => this.#set({ leading: -toNumber(leading) })],
    ['setTextRise', ([rise]) => this.#set({ rise: toNumber(rise) })],
    ['setTextRenderingMode', ([mode]) => this.#set({ render_mode: toNumber(mode) })],
    ['setFont', ([name, size]) => this.#set({ font: this.#resources.font(String(name)), font_size: toNumber(size) })],
    ['showText', ([glyphs]) => this.#showText(glyphs)],
    ...IMAGE_OPERATORS.map((name): [string, Operator] => [name, () => this.#image()]),
  ]);

  #set(changes: Partial<GraphicsState>): void {
    Object.assign(this.#state, changes);
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#paints.endPlacement(this.#state, this.#order);
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(matrix: Matrix): void {
    this.#state.ctm = multiply(this.#state.ctm, matrix);
    this.#paints.beginPlacement();
  }

  #beginForm(matrix: unknown, box: unknown): void {
    this.#save();
    if (matrix !== null && matrix !== undefined) this.#state.ctm = multiply(this.#state.ctm, toMatrix(matrix));
    const bounds = toBox(box);
    if (bounds !== null) this.#state.clip = intersect(this.#state.clip, applyToBox(this.#state.ctm, bounds));
    this.#paints.endEmptyPlacement();
  }

  /** A form that is painted as a group hands its matrix and box to the group, and none to the form that follows. */
  #beginGroup(group: unknown): void {
    const form: { matrix?: unknown; bbox?: unknown } = typeof group === 'object' && group !== null ? group : {};
    this.#beginForm(form.matrix, form.bbox);
  }

  #showText(glyphs: unknown): void {
    this.#paints.endEmptyPlacement();
    this.#text.show(glyphs, this.#state, !this.#layers.includes(false), this.#order);
  }

  #beginAnnotation(_rectangle: unknown, transform: unknown, matrix: unknown): void {
    this.#save();
    const ctm = multiply(toMatrix(transform), toMatrix(matrix));
    this.#state = { ...initialState(), clip: this.#state.clip, ctm, in_annotation: true };
  }

  #moveWithLeading(x: number, y: number): void {
    this.#state.leading = y;
    this.#text.move(x, y);
  }

  #setGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const [key, value] of entries as readonly [string, unknown][]) {
      if (key === 'ca') this.#state.fill_alpha = toNumber(value);
      else if (key === 'BM') this.#state.covers = value === 'source-over';
      else if (key === 'Font' && Array.isArray(value)) {
        this.#set({ font: this.#resources.font(String(value[0])), font_size: toNumber(value[1]) });
      }
    }
  }

  #awaitClip(): void {
    this.#clip_pending = true;
  }

  #path([operator, data, bounds]: Arguments): void {
    const box = toBox(bounds);
    if (box === null) return;
    const placed = applyToBox(this.#state.ctm, box);
    if (DRAWING.has(Number(operator))) this.#rules.addPath(data, this.#state.ctm);
    if (FILLING.has(Number(operator))) {
      this.#outline_numbers += lengthOf(data);
      this.#paints.addFill(placed, this.#state, data, this.#order);
    } else this.#paints.endEmptyPlacement();
    if (this.#clip_pending) this.#state.clip = intersect(this.#state.clip, placed);
    this.#clip_pending = false;
  }

  #image(): void {
    this.#paints.addImage(this.#state, this.#order);
  }
}

/** Operators of pdf.js that draw an image into the unit square. */
const IMAGE_OPERATORS = [
  'paintImageXObject',
  'paintInlineImageXObject',
  'paintImageMaskXObject',
  'paintSolidColorImageMask',
  'paintImageXObjectRepeat',
  'paintImageMaskXObjectRepeat',
  'paintInlineImageXObjectGroup',
  'paintImageMaskXObjectGroup',
] as const;

/** Numbers of the path operators that fill: fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke. */
const FILLING: ReadonlySet<number> = new Set([22, 23, 24, 25, 26, 27]);

/** Numbers in pdf.js's path buffer. */
function lengthOf(data: unknown): number {
  const buffer: unknown = Array.isArray(data) ? data[0] : null;
  return buffer instanceof Float32Array || Array.isArray(buffer) ? buffer.length : 0;
}

/** Those, and the ones that draw outlines: stroke, closeStroke. */
const DRAWING: ReadonlySet<number> = new Set([20, 21, ...FILLING]);

function toNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function toMatrix(value: unknown): Matrix {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return IDENTITY;
  const [a, b, c, d, e, f] = value as ArrayLike<unknown> as readonly unknown[];
  return [toNumber(a), toNumber(b), toNumber(c), toNumber(d), toNumber(e), toNumber(f)];
}

function toBox(value: unknown): Box | null {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return null;
  const [x0, y0, x1, y1] = value as ArrayLike<unknown> as readonly unknown[];
  return intersectable(toNumber(x0), toNumber(y0), toNumber(x1), toNumber(y1));
}

function intersectable(x0: number, y0: number, x1: number, y1: number): Box {
  return { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) };
}
