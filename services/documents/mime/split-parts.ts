import { MAX_MIME_PARTS } from './limits.ts';

const LINE_FEED = 0x0a;

/** What may stand behind a delimiter: two dashes after the last part, white space, the line's end. */
const REST_OF_DELIMITER = /^(--)?[ \t]*\r?\n?$/;

/** Longest end of a delimiter's line that is looked at, in bytes. */
const MAX_REST_BYTES = 80;

/** Longest boundary, in characters: RFC 2046 allows 70. */
const MAX_BOUNDARY_CHARACTERS = 200;

/**
 * The parts of a multipart entity, each with its headers, without copying them: at most {@link MAX_MIME_PARTS}, and none when the boundary is
 * no boundary. Delimiters are those of RFC 2046, 5.1.1; of a file that was cut off the last part counts as it is.
 */
export function splitParts(bytes: Uint8Array, boundary: string): readonly Uint8Array[] {
  if (boundary === '' || boundary.length > MAX_BOUNDARY_CHARACTERS) return [];
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let start: number | null = null;
  for (const { at, end, is_last } of delimiters(source, Buffer.from(`--${boundary}`))) {
    if (start !== null) parts.push(source.subarray(start, at));
    if (is_last || parts.length === MAX_MIME_PARTS) return parts;
    start = end;
  }
  if (start !== null) parts.push(source.subarray(start));
  return parts;
}

/** A line between two parts: where it begins and ends. */
interface Delimiter {
  readonly at: number;
  readonly end: number;
  readonly is_last: boolean;
}

/** Looks at each line once, also where every line begins like a delimiter. */
function* delimiters(source: Buffer, mark: Buffer): Generator<Delimiter> {
  for (let at = source.indexOf(mark); at !== -1; at = source.indexOf(mark, at + mark.byteLength)) {
    if (at > 0 && source[at - 1] !== LINE_FEED) continue;
    const behind = at + mark.byteLength;
    const line_feed = source.subarray(behind, behind + MAX_REST_BYTES).indexOf(LINE_FEED);
    const end = line_feed === -1 ? Math.min(source.byteLength, behind + MAX_REST_BYTES) : behind + line_feed + 1;
    const rest = REST_OF_DELIMITER.exec(source.toString('latin1', behind, end));
    if (rest !== null) yield { at, end, is_last: rest[1] !== undefined };
  }
}
