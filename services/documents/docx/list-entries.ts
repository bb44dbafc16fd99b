import { unzipSync } from 'fflate';
import { MAX_DOCX_ENTRIES } from '../limits.ts';

/** A file in an archive, as the archive's directory describes it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packed_bytes: number;
  readonly unpacked_bytes: number;
}

/** What a zip archive holds, without unpacking anything; null when its directory is damaged or endless. */
export function listEntries(bytes: Uint8Array): readonly ArchiveEntry[] | null {
  const entries: ArchiveEntry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (entries.length >= MAX_DOCX_ENTRIES) throw new RangeError('too many entries');
        entries.push({ name, packed_bytes: size, unpacked_bytes: originalSize });
        return false;
      },
    });
  } catch {
    return null;
  }
  return entries;
}
