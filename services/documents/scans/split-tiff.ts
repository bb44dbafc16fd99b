import { FIRST_DIRECTORY_AT, isLittleEndian, readTiffDirectory } from './tiff-directory.ts';

/** Most directories that are followed; a damaged or hostile file may lead in a circle. */
const MAX_DIRECTORIES = 1_000;

/** The places of the directories of a TIFF file, each of which describes a page. A damaged file has those up to where it breaks. */
export function tiffPages(tiff: Uint8Array): readonly number[] {
  const places: number[] = [];
  const seen = new Set<number>();
  let place = firstPlace(tiff);
  while (place !== 0 && !seen.has(place) && places.length < MAX_DIRECTORIES) {
    const directory = readTiffDirectory(tiff, place);
    if (directory === undefined) break;
    seen.add(place);
    places.push(place);
    place = directory.next;
  }
  return places;
}

/** A file of one page of a TIFF file: the same bytes, but its directory is the first and the last one. */
export function tiffOfPage(tiff: Uint8Array, place: number): Uint8Array {
  const copy = tiff.slice();
  const view = new DataView(copy.buffer);
  const little = isLittleEndian(copy);
  const directory = readTiffDirectory(copy, place);
  view.setUint32(FIRST_DIRECTORY_AT, place, little);
  if (directory !== undefined) view.setUint32(directory.next_at, 0, little);
  return copy;
}

function firstPlace(tiff: Uint8Array): number {
  if (tiff.byteLength < FIRST_DIRECTORY_AT + 4) return 0;
  return new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength).getUint32(
    FIRST_DIRECTORY_AT,
    isLittleEndian(tiff),
  );
}
