import { MAX_MIME_HEADER_BYTES } from './limits.ts';

/** Byte order mark of UTF-8, which some programs write before everything. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Lines of headers and nothing else: "Name: value", and lines that go on with the one before (RFC 5322, 2.2); mailboxes put a line of their own in front. */
const HEADER_LINES = /^(?:From [^\n]*\n)?(?:[!-9;-~]{1,76}[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*(?:\n|$))+$/;

/** Headers that programs write and people do not. */
const MACHINE_HEADER = /^(?:mime-version|content-type|message-id)[ \t]*:/im;

/** How saved pages and mails are named. */
const MIME_NAME = /\.(?:mht|mhtml|eml)$/i;

/** Bytes without the byte order mark of UTF-8. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}

/** The headers at the start of a MIME entity, up to its first empty line and without it; all there is when no empty line comes in time. */
export function headerBlock(bytes: Uint8Array): Uint8Array {
  const head = bytes.subarray(0, MAX_MIME_HEADER_BYTES);
  for (let at = head.indexOf(LINE_FEED); at !== -1; at = head.indexOf(LINE_FEED, at + 1)) {
    const next = head[at + 1] === CARRIAGE_RETURN ? at + 2 : at + 1;
    if (head[next] === LINE_FEED) return head.subarray(0, at + 1);
  }
  return head;
}

/** Whether a file is a MIME entity, as saved pages (MHTML) and mails are: it begins with headers, and either one of those that only programs write is among them or its name says so. */
export function isMime(bytes: Uint8Array, file_name: string): boolean {
  const block = headerBlock(withoutMark(bytes));
  if (block.byteLength === MAX_MIME_HEADER_BYTES) return false;
  const headers = new TextDecoder('latin1').decode(block).replaceAll('\r\n', '\n');
  return HEADER_LINES.test(headers) && (MACHINE_HEADER.test(headers) || MIME_NAME.test(file_name));
}
