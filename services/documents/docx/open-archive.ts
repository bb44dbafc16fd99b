import { unzipSync } from 'fflate';
import { decodeText } from '../decode-text.ts';
import { COMPRESSION_RATIO_FREE_BYTES, MAX_DOCX_COMPRESSION_RATIO, MAX_DOCX_UNPACKED_BYTES } from '../limits.ts';
import { unreadable } from '../unreadable.ts';
import type { ArchiveEntry } from './list-entries.ts';
import { listEntries } from './list-entries.ts';

/** The parts of a DOCX that carry text, or say how it is to be read. */
const TEXT_PART =
  /^(?:word\/(?:document|header|footer|footnotes|endnotes|comments|styles)\d*\.xml|docProps\/core\.xml)$/i;

/**
 * Unpacks the parts of a DOCX that carry text, by name. Sizes are looked at before anything is unpacked; fflate unpacks into buffers of the announced
 * size, so that a part which announces too little cannot grow either. Throws `UnreadableDocumentError` for an archive bomb or a damaged archive.
 */
export function openArchive(file_name: string, bytes: Uint8Array): ReadonlyMap<string, string> {
  const wanted = (listEntries(bytes) ?? []).filter(({ name }) => TEXT_PART.test(name));
  if (isBomb(wanted)) throw unreadable(file_name, 'archive_bomb');
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => TEXT_PART.test(name) });
    return new Map(Object.entries(parts).map(([name, part]) => [name, decodeText(part) ?? '']));
  } catch (error) {
    throw unreadable(file_name, 'damaged_docx', { cause: error });
  }
}

function isBomb(entries: readonly ArchiveEntry[]): boolean {
  if (entries.reduce((sum, { unpacked_bytes }) => sum + unpacked_bytes, 0) > MAX_DOCX_UNPACKED_BYTES) return true;
  return entries.some(
    ({ packed_bytes, unpacked_bytes }) =>
      unpacked_bytes > COMPRESSION_RATIO_FREE_BYTES && unpacked_bytes > packed_bytes * MAX_DOCX_COMPRESSION_RATIO,
  );
}
