import { UnreadableDocumentError } from '../../../contracts/errors.ts';
import { MAX_DOCUMENT_BYTES } from '../../../contracts/index.ts';
import { normalizeText } from '../../text/normalize.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import { readMarkup, readPage } from '../read-html.ts';
import { readText } from '../read-text.ts';
import { chooseTitle } from '../title.ts';
import { unreadable } from '../unreadable.ts';
import { withoutMark } from './header-block.ts';
import type { MimeHeaders } from './mime-entity.ts';
import { readHeaders } from './mime-entity.ts';
import { attachmentsWarning, readMail } from './read-mail.ts';
import { pageMarkup, partsOf, rootPart } from './saved-page.ts';
import { frameWarnings } from './unread-frames.ts';

/** What mail programs put before the subject of an answer or of a forwarded mail. */
const ANSWERED = /^(?:(?:re|fwd?|aw|wg|tr|rv|i)\s*:\s*)+/i;

/**
 * Reads a saved page (MHTML, as browsers save a "Webpage, Single File") or a mail. Throws `UnreadableDocumentError` when it is damaged, has no text, or
 * holds a check for robots.
 */
export async function readMime(bytes: Uint8Array, file_name: string): Promise<ParsedDocument> {
  try {
    const entity = withoutMark(bytes);
    const headers = await readHeaders(entity);
    return isSavedPage(headers)
      ? await readSavedPage(entity, headers, file_name)
      : await readLetter(entity, headers, file_name);
  } catch (cause) {
    // What else is thrown is the library's refusal of headers or parts beyond their limits.
    throw cause instanceof UnreadableDocumentError ? cause : unreadable(file_name, 'damaged_mime', { cause });
  }
}

/** Browsers write the headers of a mail that goes to nobody. */
function isSavedPage({ media_type, value }: MimeHeaders): boolean {
  return media_type === 'multipart/related' && value('to') === undefined && value('message-id') === undefined;
}

async function readSavedPage(entity: Uint8Array, headers: MimeHeaders, file_name: string): Promise<ParsedDocument> {
  const parts = await partsOf(entity, headers);
  const root = rootPart(parts, headers);
  if (root === undefined) throw unreadable(file_name, 'damaged_mime');
  // The day on which a page was saved is not the day on which it was published.
  const { sent_on: _saved_on, ...of_page } = headers;
  if (root.headers.media_type !== 'text/html') return readLetter(root.bytes, of_page, file_name);
  const page = readPage(within(await pageMarkup(root, parts), file_name), file_name);
  return { ...page, warnings: [...page.warnings, ...(await frameWarnings(root, parts))] };
}

async function readLetter(entity: Uint8Array, headers: MimeHeaders, file_name: string): Promise<ParsedDocument> {
  const { html, text, attachments } = await readMail(entity);
  const warning = attachmentsWarning(attachments);
  const page = html === undefined ? undefined : readMarkup(within(html, file_name), file_name);
  const content = page?.blocks.length ? page : plainContent(within(text ?? '', file_name), file_name);
  if (content.blocks.length === 0)
    throw unreadable(file_name, 'without_text', warning === undefined ? {} : { more: warning });
  const subject = normalizeText(headers.subject).replace(ANSWERED, '');
  return {
    ...content,
    title: chooseTitle(subject, content.blocks, file_name),
    ...(headers.sent_on === undefined ? {} : { published_at: headers.sent_on }),
    warnings: [...content.warnings, ...(warning === undefined ? [] : [warning])],
  };
}

function plainContent(text: string, file_name: string): ParsedDocument {
  const blocks = readText(text);
  return { format: 'text', title: chooseTitle('', blocks, file_name), blocks, warnings: [] };
}

/** The text, unless it grew in decoding beyond what a document may have. */
function within(text: string, file_name: string): string {
  if (text.length > MAX_DOCUMENT_BYTES) throw unreadable(file_name, 'too_large');
  return text;
}
