import { decodeHtml } from '../../website/page/decode-html.ts';
import { MAX_STYLE_SHEET_CHARACTERS } from './limits.ts';
import type { MimeHeaders, MimePart } from './mime-entity.ts';
import { bodyOf, parameterOf, readHeaders } from './mime-entity.ts';
import { splitParts } from './split-parts.ts';

/** Style sheets that stood in the page itself: browsers save them beside it and put a link in their place. */
const OWN_STYLE_SHEET = /^cid:/i;

const LINK = /<link\b[^<>]{0,1000}>/gi;
const HREF = /\bhref\s*=\s*["']?(cid:[^\s"'>]+)/i;
const MEDIA = /\bmedia\s*=\s*"([^"<>]{0,200})"/i;

/** The part of a multipart/related entity that the others belong to, as its whole bytes: that which `start` names (RFC 2387), else the first HTML, else the first. undefined when it has no parts. */
export function rootPart(parts: readonly MimePart[], { content_type }: MimeHeaders): MimePart | undefined {
  const start = parameterOf(content_type, 'start');
  const named = start === undefined ? undefined : parts.find(({ headers }) => headers.value('content-id') === start);
  return named ?? parts.find(({ headers }) => headers.media_type === 'text/html') ?? parts[0];
}

/** The parts of a multipart entity with their headers. */
export async function partsOf(entity: Uint8Array, { content_type }: MimeHeaders): Promise<readonly MimePart[]> {
  const parts: MimePart[] = [];
  for (const bytes of splitParts(entity, parameterOf(content_type, 'boundary') ?? ''))
    parts.push({ bytes, headers: await readHeaders(bytes) });
  return parts;
}

/**
 * The markup of a saved page, with the style sheets that its browser took out of it put back: they say what of its text is hidden. Frames, pictures and
 * linked style sheets stay out, as they do for a page that is fetched.
 */
export async function pageMarkup(root: MimePart, parts: readonly MimePart[]): Promise<string> {
  const html = decodeHtml(await bodyOf(root.bytes), root.headers.content_type);
  const sheets = await ownStyleSheets(parts, html);
  return html.replace(LINK, (link) => {
    const address = HREF.exec(link)?.[1] ?? '';
    const sheet = sheets.get(address);
    if (sheet === undefined) return link;
    sheets.delete(address);
    return `<style media="${MEDIA.exec(link)?.[1] ?? 'all'}">${sheet}</style>`;
  });
}

/** By address; each is put in once, so that a page cannot grow by naming one often. */
async function ownStyleSheets(parts: readonly MimePart[], html: string): Promise<Map<string, string>> {
  const sheets = new Map<string, string>();
  let characters = 0;
  for (const { headers, bytes } of parts) {
    const address = headers.value('content-location') ?? '';
    if (headers.media_type !== 'text/css' || !OWN_STYLE_SHEET.test(address) || !html.includes(address)) continue;
    // A sheet in a page ends at the first "</style"; none has a use for "<" besides.
    const sheet = decodeHtml(await bodyOf(bytes), headers.content_type).replaceAll('<', '');
    characters += sheet.length;
    if (characters > MAX_STYLE_SHEET_CHARACTERS) break;
    sheets.set(address, sheet);
  }
  return sheets;
}
