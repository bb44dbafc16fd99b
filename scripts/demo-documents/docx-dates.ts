import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The part of a DOCX that says when it was made. */
const CORE_PROPERTIES = 'docProps/core.xml';

/** Sets every date of a DOCX, those of the archive's entries included, so that the same content gives the same bytes. */
export function withFixedDates(docx: Uint8Array, date: Date): Uint8Array {
  const entries = Object.entries(unzipSync(docx)).filter(([name]) => !name.endsWith('/'));
  const day = date.toISOString().slice(0, 19);
  const dated = entries.map(([name, bytes]): [string, Uint8Array] =>
    name === CORE_PROPERTIES
      ? [name, strToU8(strFromU8(bytes).replace(/(>)\d{4}-\d\d-\d\dT[\d:.]+Z?(<)/g, `$1${day}Z$2`))]
      : [name, bytes],
  );
  // An archive's entries bear the local time of day, without a zone: noon of the same day everywhere.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
  return zipSync(Object.fromEntries(dated), { mtime });
}
