import PostalMime from 'postal-mime';
import { headerBlock } from './header-block.ts';
import { MAX_MIME_HEADER_BYTES } from './limits.ts';

/** Header that makes the library give a part's bytes as they are: which charset they have is for their reader to say, who knows HTML's own rules. */
const AS_BYTES = Buffer.from('Content-Disposition: attachment\r\n');

/** The headers of a mail, a saved page, or one of their parts. */
export interface MimeHeaders {
  /** The whole value of `Content-Type`, parameters included; '' without one. */
  readonly content_type: string;
  /** In lower case, without parameters; `text/plain` when nothing is said (RFC 2045, 5.2). */
  readonly media_type: string;
  /** What the mail is about, its encoded words decoded; '' without one. */
  readonly subject: string;
  /** The day on which a mail says it was sent, in UTC, as an ISO date. */
  readonly sent_on?: string;
  /** The value of the first header of that name, given in lower case. */
  readonly value: (name: string) => string | undefined;
}

/** A part of a multipart entity. */
export interface MimePart {
  readonly headers: MimeHeaders;
  /** The whole part, headers included. */
  readonly bytes: Uint8Array;
}

/** Reads the headers of a MIME entity, whatever follows them. */
export async function readHeaders(entity: Uint8Array): Promise<MimeHeaders> {
  const {
    headers,
    subject = '',
    date,
  } = await PostalMime.parse(headerBlock(entity), { maxHeadersSize: MAX_MIME_HEADER_BYTES });
  const value = (name: string): string | undefined => headers.find(({ key }) => key === name)?.value;
  const content_type = value('content-type') ?? '';
  const sent_on = /^\d{4}-\d{2}-\d{2}(?=T)/.exec(date ?? '')?.[0];
  return {
    content_type,
    media_type: content_type.split(';')[0]?.trim().toLowerCase() || 'text/plain',
    subject,
    ...(sent_on === undefined ? {} : { sent_on }),
    value,
  };
}

/** The value of a parameter in a header such as `Content-Type: multipart/related; boundary="a b"`. */
export function parameterOf(header: string, name: 'boundary' | 'start'): string | undefined {
  const [, quoted, bare] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]+))`, 'i').exec(header) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? bare;
}

/** The bytes of a part that has no parts itself, its transfer encoding (quoted-printable, base64) undone. */
export async function bodyOf(entity: Uint8Array): Promise<Uint8Array> {
  const { attachments } = await PostalMime.parse(Buffer.concat([AS_BYTES, entity]), {
    forceRfc822Attachments: true,
    maxHeadersSize: MAX_MIME_HEADER_BYTES,
  });
  const content = attachments[0]?.content ?? '';
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
