/** Declarations that decide whether text is seen, by property in lower case. */
export type Declarations = Readonly<Record<string, Declaration>>;

/** A declared value in lower case, and whether it is marked `!important`. */
export interface Declaration {
  readonly value: string;
  readonly important: boolean;
}

const READ_PROPERTIES: ReadonlySet<string> = new Set(
  (
    'display visibility opacity font-size font width height max-width max-height overflow overflow-x overflow-y position left right top bottom margin-left ' +
    'text-indent clip clip-path transform transition animation animation-name will-change color background background-color background-image ' +
    '-webkit-background-clip background-clip content-visibility'
  ).split(' '),
);

/** Declarations read of one rule or attribute; real ones have a few dozen. */
const MAX_DECLARATIONS = 200;

const NO_DECLARATIONS: Declarations = {};

/** The declarations of a `style` attribute or a rule's body that can hide text; anything malformed is left out. */
export function parseDeclarations(css: string): Declarations {
  if (css === '') return NO_DECLARATIONS;
  const found: Record<string, Declaration> = {};
  for (const part of css.split(';', MAX_DECLARATIONS)) {
    const colon = part.indexOf(':');
    const property = part.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (READ_PROPERTIES.has(property)) found[property] = parseValue(part.slice(colon + 1));
  }
  return found;
}

function parseValue(text: string): Declaration {
  const value = text.trim().toLowerCase();
  const mark = value.lastIndexOf('!');
  const important = mark >= 0 && value.slice(mark + 1).trim() === 'important';
  return { value: important ? value.slice(0, mark).trim() : value, important };
}

/** CSS reference pixels of a length; percentages and viewport units are taken of a 1,280 px wide window. Undefined for keywords and formulas. */
export function pixels(value: string | undefined): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(px|em|rem|pt|%|vw|vh|ch|ex|cm|mm|in)?$/.exec(value ?? '');
  if (match === null) return undefined;
  return Number(match[1]) * (PIXELS_PER_UNIT[match[2] ?? 'px'] ?? 1);
}

const PIXELS_PER_UNIT: Readonly<Record<string, number>> = {
  px: 1,
  em: 16,
  rem: 16,
  pt: 4 / 3,
  '%': 12.8,
  vw: 12.8,
  vh: 8,
  ch: 8,
  ex: 8,
  cm: 37.8,
  mm: 3.78,
  in: 96,
};
