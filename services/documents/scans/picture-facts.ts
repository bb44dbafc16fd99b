import { imageFormat } from './image-format.ts';
import { readTiffDirectory, TIFF_TAGS } from './tiff-directory.ts';

/** Size of a picture in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size that the header of a PNG, JPEG or TIFF file states, without decoding anything; undefined when it states none. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const size = SIZES[imageFormat(bytes) ?? 'png'](bytes);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

/** The orientation that a JPEG (by its Exif) or TIFF file states: 1 upright, 3 on its head, 6 and 8 sideways, the others mirrored. 1 when it states none. */
export function orientationOf(bytes: Uint8Array): number {
  const format = imageFormat(bytes);
  const tiff = format === 'tiff' ? bytes : format === 'jpeg' ? exifOf(bytes) : undefined;
  const orientation = tiff === undefined ? undefined : readTiffDirectory(tiff)?.tags.get(TIFF_TAGS.orientation);
  return orientation !== undefined && orientation >= 1 && orientation <= 8 ? orientation : 1;
}

const SIZES = {
  png: (bytes: Uint8Array) => (bytes.byteLength < 24 ? undefined : sizeAt(bytes, 16, 20, 4)),
  jpeg: jpegSize,
  tiff: tiffSize,
} as const;

function sizeAt(bytes: Uint8Array, width_at: number, height_at: number, length: 2 | 4): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return length === 4
    ? { width: view.getUint32(width_at), height: view.getUint32(height_at) }
    : { width: view.getUint16(width_at), height: view.getUint16(height_at) };
}

function tiffSize(bytes: Uint8Array): PictureSize | undefined {
  const tags = readTiffDirectory(bytes)?.tags;
  const [width, height] = [tags?.get(TIFF_TAGS.width), tags?.get(TIFF_TAGS.height)];
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** A stretch of a JPEG file behind its marker (ITU-T T.81, B.1.1.4). */
interface Segment {
  readonly marker: number;
  /** Where its contents begin, and how long they are. */
  readonly start: number;
  readonly length: number;
}

/** The segments before the picture's data; a damaged file ends them. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  let at = 2;
  while (at + 4 <= bytes.byteLength && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker === START_OF_SCAN || length < 2) return;
    yield { marker, start: at + 4, length: length - 2 };
    at += 2 + length;
  }
}

const START_OF_SCAN = 0xda;

/** APP1, in which Exif data stand behind these six bytes. */
const APP1 = 0xe1;
const EXIF = 'Exif\0\0';

/** Markers C0 to CF begin a frame, but for tables of codes (C4, CC) and an extension (C8). */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  for (const { marker, start, length } of segmentsOf(bytes))
    if (beginsFrame(marker) && length >= 5 && start + 5 <= bytes.byteLength)
      return sizeAt(bytes, start + 3, start + 1, 2);
  return undefined;
}

function exifOf(bytes: Uint8Array): Uint8Array | undefined {
  for (const { marker, start, length } of segmentsOf(bytes)) {
    const contents = bytes.subarray(start, start + length);
    if (marker === APP1 && Buffer.from(contents.subarray(0, EXIF.length)).toString('latin1') === EXIF)
      return contents.subarray(EXIF.length);
  }
  return undefined;
}
