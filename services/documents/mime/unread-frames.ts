import { decodeHtml } from '../../website/page/decode-html.ts';
import { extractPage } from '../../website/page/extract-page.ts';
import type { MimePart } from './mime-entity.ts';
import { bodyOf } from './mime-entity.ts';

/** Frames of a saved page that are looked at: of those that hold text a page has one or two, beside some of advertisements. */
const MAX_FRAMES = 10;

/** Visible characters from which on a frame holds something to read: consent questions and players have fewer, job descriptions 2,000 and more. */
const MIN_FRAME_CHARACTERS = 1_000;

/** Characters of an address in a warning. */
const MAX_ADDRESS_CHARACTERS = 150;

/**
 * Warns of pages within a saved page that hold much text, such as a job description that another service shows in a frame. They are not read as the
 * page's own words: whether a visitor saw them, and who wrote them, the file does not say.
 */
export async function frameWarnings(root: MimePart, parts: readonly MimePart[]): Promise<readonly string[]> {
  const frames = parts.filter((part) => part !== root && part.headers.media_type === 'text/html').slice(0, MAX_FRAMES);
  const warnings: string[] = [];
  for (const { headers, bytes } of frames) {
    const html = decodeHtml(await bodyOf(bytes), headers.content_type);
    if (extractPage(html, 'file:///frame.html').text_characters < MIN_FRAME_CHARACTERS) continue;
    const address = headers.value('content-location') ?? '';
    const from = /^https?:/i.test(address) ? ` of ${address.slice(0, MAX_ADDRESS_CHARACTERS)}` : '';
    warnings.push(
      `A frame${from} in the saved page was not read. Open what it shows in a window of its own, save it and give that file too.`,
    );
  }
  return warnings;
}
