import { decodeHtml } from '../website/page/decode-html.ts';
import { extractPage } from '../website/page/extract-page.ts';
import { isChallenge } from '../website/verdict/challenge.ts';
import { isConsentWall } from '../website/verdict/consent-wall.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { chooseTitle } from './title.ts';
import { unreadable } from './unreadable.ts';

/** Address under which a saved page is read; links of it lead nowhere. */
const SAVED_PAGE = 'file:///saved.html';

/** Reads a saved web page as a visitor would. Throws `UnreadableDocumentError` when it holds only a bot wall, a consent question, or no text. */
export function readHtml(bytes: Uint8Array, file_name: string): ParsedDocument {
  const html = decodeHtml(bytes);
  const { title, blocks, hidden, language, published_at, warnings } = extractPage(html, SAVED_PAGE);
  const texts = blocks.map(({ text }) => text);
  if (isChallenge({ title, text: texts.join('\n'), html, headers: {} }) || isConsentWall(texts))
    throw unreadable(file_name, 'challenge_page');
  if (blocks.length === 0) throw unreadable(file_name, 'without_text');
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
