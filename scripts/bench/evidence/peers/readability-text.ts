import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** The main text as Firefox's reader view takes it, on the lightest document model; empty where it finds none or cannot work. */
export function readabilityText(html: string): string {
  const { document } = parseHTML(html);
  if (document.documentElement === null) return '';
  return textOf(new Readability(document).parse()?.content ?? '');
}

/** Its own `textContent` glues the last word of one block to the first of the next, which would count against it. */
function textOf(html: string): string {
  return parseHTML(`<html><body>${html.replace(/<[a-z/]/gi, ' $&')}</body></html>`).document.body.textContent ?? '';
}
