import type { Attachment, Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import {
  MAX_ATTACHMENT_NAME_CHARACTERS,
  MAX_FORWARDED_DEPTH,
  MAX_MAIL_DELIMITER_LINES,
  MAX_MAIL_HEADERS_BYTES,
  MAX_MIME_DEPTH,
  MAX_NAMED_ATTACHMENTS,
} from './limits.ts';

/** What a mail says, each form of its text as a whole. */
export interface Mail {
  readonly html?: string;
  readonly text?: string;
  readonly attachments: readonly string[];
}

/** Reads a mail with the mails that it forwards. Throws an `Error` that says which when its parts, their depth or their headers are beyond their limits. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  assertFewParts(bytes);
  const { html, text, attachments } = await PostalMime.parse(bytes, {
    maxNestingDepth: MAX_MIME_DEPTH,
    maxRfc822NestingDepth: MAX_FORWARDED_DEPTH,
    maxHeadersSize: MAX_MAIL_HEADERS_BYTES,
  });
  return { ...texts({ html, text }), attachments: attachments.filter(isGivenAlong).map(nameOf) };
}

/** What a reader of the mail is told of its attachments; undefined when there are none. */
export function attachmentsWarning(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length > MAX_NAMED_ATTACHMENTS ? ` and ${names.length - MAX_NAMED_ATTACHMENTS} more` : '';
  const named = names.slice(0, MAX_NAMED_ATTACHMENTS).join(', ');
  return `Attachments of the e-mail were not read: ${named}${more}. Save the ones that matter and give them as documents of their own.`;
}

function assertFewParts(bytes: Uint8Array): void {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let lines = 0;
  for (let at = source.indexOf('\n--'); at !== -1; at = source.indexOf('\n--', at + 1)) {
    lines += 1;
    if (lines > MAX_MAIL_DELIMITER_LINES) throw new Error(`It has more than ${MAX_MAIL_DELIMITER_LINES} parts.`);
  }
}

function texts({ html, text }: Pick<Email, 'html' | 'text'>): Pick<Mail, 'html' | 'text'> {
  return { ...(html === undefined ? {} : { html }), ...(text === undefined ? {} : { text }) };
}

/** Pictures in the text and signatures are no attachments to a reader. */
function isGivenAlong({ related, mimeType, contentId, disposition }: Attachment): boolean {
  const in_text = related === true || (contentId !== undefined && disposition !== 'attachment');
  return !in_text && !/^application\/(?:x-)?(?:pkcs7|pgp)-signature$/.test(mimeType);
}

function nameOf({ filename, mimeType }: Attachment): string {
  const name = (filename ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  if (name === '') return `one without a name (${mimeType.slice(0, MAX_ATTACHMENT_NAME_CHARACTERS)})`;
  return `"${name.slice(0, MAX_ATTACHMENT_NAME_CHARACTERS).toWellFormed()}"`;
}
