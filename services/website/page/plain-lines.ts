import { normalizePageText } from './normalize-text.ts';
import { parsePage } from './parse-page.ts';
import { FLOW_EVERYTHING, flowText } from './text-flow.ts';

/** Texts in metadata longer than this are cut: a job's description has some thousands of characters. */
const MAX_CHARACTERS = 50_000;

/** The lines of a text of metadata, which may hold HTML, also with its signs escaped. */
export function plainLines(text: string): string[] {
  const cut = text.slice(0, MAX_CHARACTERS);
  const html = /&lt;\/?\w/.test(cut) ? visibleText(cut).join('\n') : cut;
  if (/<\/?[a-z][^>]*>|&#?\w+;/i.test(html)) return visibleText(html);
  return html
    .split(/\n\s*\n|\r\n|\n(?=[•*-]\s)/)
    .map(normalizePageText)
    .filter((line) => line !== '');
}

function visibleText(html: string): string[] {
  return flowText(parsePage(html), FLOW_EVERYTHING).map(({ text }) => text);
}
