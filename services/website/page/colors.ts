/** A color as red, green, blue (0–255) and opacity (0–1). */
export type Color = readonly [number, number, number, number];

const NAMED: Readonly<Record<string, Color>> = {
  white: [255, 255, 255, 1],
  black: [0, 0, 0, 1],
  transparent: [0, 0, 0, 0],
  red: [255, 0, 0, 1],
  green: [0, 128, 0, 1],
  blue: [0, 0, 255, 1],
  yellow: [255, 255, 0, 1],
  gray: [128, 128, 128, 1],
  grey: [128, 128, 128, 1],
  silver: [192, 192, 192, 1],
  navy: [0, 0, 128, 1],
  snow: [255, 250, 250, 1],
  ivory: [255, 255, 240, 1],
  whitesmoke: [245, 245, 245, 1],
  ghostwhite: [248, 248, 255, 1],
  lightgray: [211, 211, 211, 1],
  lightgrey: [211, 211, 211, 1],
  orange: [255, 165, 0, 1],
  purple: [128, 0, 128, 1],
  floralwhite: [255, 250, 240, 1],
};

/** Largest difference of a channel at which two colors cannot be told apart when one is written on the other. */
const INVISIBLE_DIFFERENCE = 12;

/** Reads a CSS color: a common name, hexadecimal, `rgb()` or `rgba()`. Undefined for anything else. */
export function parseColor(value: string | undefined): Color | undefined {
  const text = value?.trim() ?? '';
  return NAMED[text] ?? parseHex(text) ?? parseRgb(text);
}

/** Whether text of one color cannot be read on a ground of the other. */
export function isSameToTheEye(text: Color, ground: Color): boolean {
  return (
    ground[3] > 0.5 &&
    [0, 1, 2].every((channel) => Math.abs((text[channel] ?? 0) - (ground[channel] ?? 0)) <= INVISIBLE_DIFFERENCE)
  );
}

function parseHex(text: string): Color | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const pairs = digits.length <= 4 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, alpha = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
}

function parseRgb(text: string): Color | undefined {
  const numbers = /^rgba?\(([\d.%,/\s]{5,60})\)$/
    .exec(text)?.[1]
    ?.match(/[\d.]+/g)
    ?.map(Number);
  if (numbers === undefined || numbers.length < 3) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return [red, green, blue, alpha];
}
