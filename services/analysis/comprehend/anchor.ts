/** What Comprehend says was found: the text and its offsets in the document. */
export interface FoundText {
  readonly Text?: string | undefined;
  readonly BeginOffset?: number | undefined;
  readonly EndOffset?: number | undefined;
}

/** A span of a text in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Turns an offset of the service into one in UTF-16 code units. */
type ToCodeUnits = (offset: number) => number;

/**
 * Finds where in a text each thing found stands, undefined for what is not in it. The service counts "characters" and does not say whether one beyond the Basic
 * Multilingual Plane (an emoji) counts one or two, so the unit under which most returned texts stand where they should is taken; what then still does not fit is
 * looked for by its text, nearest to where it should be.
 */
export function anchor(text: string, found: readonly FoundText[]): readonly (Span | undefined)[] {
  const units: readonly ToCodeUnits[] = [(offset) => offset, codePointOffsets(text)];
  const [unit] = units
    .map((toCodeUnits) => ({ toCodeUnits, fits: found.filter((item) => fits(text, item, toCodeUnits)).length }))
    .sort((one, other) => other.fits - one.fits);
  return found.map((item) => spanOf(text, item, unit?.toCodeUnits ?? ((offset) => offset)));
}

function fits(text: string, { Text, BeginOffset = 0 }: FoundText, toCodeUnits: ToCodeUnits): boolean {
  return Text !== undefined && text.startsWith(Text, toCodeUnits(BeginOffset));
}

function spanOf(text: string, item: FoundText, toCodeUnits: ToCodeUnits): Span | undefined {
  const { Text, BeginOffset = 0 } = item;
  if (Text === undefined || Text === '') return undefined;
  const expected = toCodeUnits(BeginOffset);
  const start = fits(text, item, toCodeUnits) ? expected : nearest(text, Text, expected);
  return start < 0 ? undefined : { start, end: start + Text.length };
}

/** Where the nearest occurrence begins, -1 when there is none. */
function nearest(text: string, sought: string, expected: number): number {
  const before = text.lastIndexOf(sought, expected);
  const after = text.indexOf(sought, expected);
  if (before < 0 || after < 0) return Math.max(before, after);
  return expected - before <= after - expected ? before : after;
}

function codePointOffsets(text: string): ToCodeUnits {
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    starts.push(offset);
    offset += character.length;
  }
  return (codePoints) => starts[codePoints] ?? offset;
}
