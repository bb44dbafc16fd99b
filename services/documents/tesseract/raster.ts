/** A picture in gray: a byte a pixel, 0 black to 255 white, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** Makes gray of red, green, blue and alpha, with the weights of ITU-R BT.601 in 1/256; alpha is not looked at, since pages are drawn on white. */
export function toGray(rgba: Uint8ClampedArray, width: number, height: number): Raster {
  const gray = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < gray.length; pixel += 1, at += 4)
    gray[pixel] = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
  return { width, height, gray };
}

/** The picture as a PGM file (Netpbm), which is its size in letters and then its bytes. */
export function toPgm({ width, height, gray }: Raster): Uint8Array {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`, 'latin1'), gray]);
}

/** The picture turned clockwise. */
export function turned(raster: Raster, turns: Turns): Raster {
  if (turns === 0) return raster;
  const { width, height, gray } = raster;
  if (turns === 2) return { width, height, gray: gray.slice().reverse() };
  const out = new Uint8Array(gray.length);
  for (let y = 0, from = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, from += 1) {
      const to = turns === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      out[to] = gray[from] ?? 0;
    }
  return { width: height, height: width, gray: out };
}
