/** A part of a MIME file: its headers and what follows them. */
export interface Part {
  readonly headers: readonly string[];
  readonly body: string;
}

/** Text as quoted-printable writes it, in UTF-8 or Latin-1, with no line longer than the limit of 76 characters. */
export function quotedPrintable(text: string, charset: 'utf8' | 'latin1' = 'utf8'): string {
  const encoded = [...Buffer.from(text, charset)]
    .map((byte) =>
      byte >= 0x20 && byte < 0x7f && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
  return encoded.replace(/(?:=..|[^=]){60}/g, '$&=\r\n');
}

/** A multipart entity as programs write it, with its headers. */
export function multipart(headers: readonly string[], boundary: string, parts: readonly Part[]): string {
  const written = parts.map((part) => `--${boundary}\r\n${part.headers.join('\r\n')}\r\n\r\n${part.body}\r\n`);
  return `${headers.join('\r\n')}\r\n\r\n${written.join('')}--${boundary}--\r\n`;
}

/** Headers as Chrome writes them before a saved page. */
export const SAVED_PAGE = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://brightwater.example/jobs/7',
  'Subject: =?utf-8?Q?Platform=20Engineer?=',
  'Date: Sun, 22 Nov 2026 18:54:13 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Multipart--x7----"',
];

/** The boundary that {@link SAVED_PAGE} names. */
export const SAVED_PAGE_BOUNDARY = '----Multipart--x7----';

/** Headers of a mail, up to its type. */
export const MAIL = [
  'From: Robin Field <robin@brightwater.example>',
  'To: candidate@mail.example',
  'Subject: =?UTF-8?Q?Fwd:_Platform_Engineer_in_Z=C3=BCrich?=',
  'Date: Tue, 17 Nov 2026 09:12:00 +0000',
  'Message-ID: <a1@brightwater.example>',
  'MIME-Version: 1.0',
];

/** A part with HTML, in quoted-printable. */
export function htmlPart(html: string, ...headers: readonly string[]): Part {
  return {
    headers: ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable', ...headers],
    body: quotedPrintable(html),
  };
}
