/** Numbers of the entries that are looked at (TIFF 6.0, section 8). */
export const TIFF_TAGS = { width: 256, height: 257, orientation: 274 } as const;

/** A directory of a TIFF file: what describes one page. */
export interface TiffDirectory {
  /** Its entries that hold one whole number, by their number. */
  readonly tags: ReadonlyMap<number, number>;
  /** Where the place of the next directory stands, and that place: 0 behind the last. */
  readonly next_at: number;
  readonly next: number;
}

/** Bytes of an entry. */
const ENTRY_BYTES = 12;

/** Types of an entry that are whole numbers: 16 and 32 bits. */
const SHORT = 3;
const LONG = 4;

/** Where the place of the first directory stands. */
export const FIRST_DIRECTORY_AT = 4;

/** Whether numbers of a TIFF file begin with their lowest byte. */
export function isLittleEndian(tiff: Uint8Array): boolean {
  return tiff[0] === 0x49;
}

/** Reads a directory of a TIFF file, by default the first one; undefined when there is none at that place. */
export function readTiffDirectory(tiff: Uint8Array, place?: number): TiffDirectory | undefined {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = isLittleEndian(tiff);
  if (tiff.byteLength < FIRST_DIRECTORY_AT + 4) return undefined;
  const start = place ?? view.getUint32(FIRST_DIRECTORY_AT, little);
  if (start < FIRST_DIRECTORY_AT || start + 2 > tiff.byteLength) return undefined;
  const next_at = start + 2 + view.getUint16(start, little) * ENTRY_BYTES;
  if (next_at + 4 > tiff.byteLength) return undefined;
  const tags = new Map<number, number>();
  for (let entry = start + 2; entry < next_at; entry += ENTRY_BYTES) {
    const type = view.getUint16(entry + 2, little);
    if (type === SHORT) tags.set(view.getUint16(entry, little), view.getUint16(entry + 8, little));
    else if (type === LONG) tags.set(view.getUint16(entry, little), view.getUint32(entry + 8, little));
  }
  return { tags, next_at, next: view.getUint32(next_at, little) };
}
