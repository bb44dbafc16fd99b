import { decodeHtml } from '../website/page/decode-html.ts';
import { extractPage } from '../website/page/extract-page.ts';
import type { ExtractedPage } from '../website/page/extracted-page.ts';
import { isChallenge } from '../website/verdict/challenge.ts';
import { isConsentWall } from '../website/verdict/consent-wall.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { chooseTitle } from './title.ts';
import { unreadable } from './unreadable.ts';

/** Address under which a saved page is read; links of it lead nowhere. */
const SAVED_PAGE = 'file:///saved.html';

/** Reads a saved web page as a visitor would. Throws `UnreadableDocumentError` when it holds only a bot wall, a consent question, or no text. */
export function readHtml(bytes: Uint8Array, file_name: string): ParsedDocument {
  return readPage(decodeHtml(bytes), file_name);
}

/** Reads the markup of a saved web page. Throws `UnreadableDocumentError` as {@link readHtml} does. */
export function readPage(html: string, file_name: string): ParsedDocument {
  const page = extractPage(html, SAVED_PAGE);
  const texts = page.blocks.map(({ text }) => text);
  if (isChallenge({ title: page.title, text: texts.join('\n'), html, headers: {} }) || isConsentWall(texts))
    throw unreadable(file_name, 'challenge_page');
  if (page.blocks.length === 0) throw unreadable(file_name, 'without_text');
  return toDocument(page, file_name);
}

/** Reads markup that is no web page's, such as that of a mail; what it gives may be empty. */
export function readMarkup(html: string, file_name: string): ParsedDocument {
  return toDocument(extractPage(html, SAVED_PAGE), file_name);
}

function toDocument(page: ExtractedPage, file_name: string): ParsedDocument {
  const { title, blocks, hidden, language, published_at, warnings } = page;
  return {
    format: 'html',
    title: chooseTitle(title, blocks, file_name),
    blocks,
    ...(hidden === undefined ? {} : { hidden }),
    ...(language === undefined ? {} : { language }),
    ...(published_at === undefined ? {} : { published_at }),
    warnings,
  };
}
