/** HTML that is safe to insert: it was made by {@link html}, which escapes every text put into it. */
export interface Html {
  readonly markup: string;
}

/** What can be put into {@link html}: text, which is escaped, and HTML and lists of it, which are not; undefined is nothing. */
export type Insert = string | number | Html | readonly Html[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls, of which HTML allows few and shows none, and marks that turn the direction of the text around them. */
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Makes HTML of a template; text is escaped for content and for attributes in quotes. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  const markup = strings.reduce((before, part, index) => before + markupOf(inserts[index - 1]) + part);
  return { markup };
}

function markupOf(insert: Insert): string {
  if (insert === undefined) return '';
  if (typeof insert === 'string' || typeof insert === 'number') return escapeHtml(String(insert));
  return 'markup' in insert ? insert.markup : insert.map(({ markup }) => markup).join('');
}

function escapeHtml(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
