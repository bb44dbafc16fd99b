/** Addresses of the web and of mail, which Markdown readers turn into links by themselves. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]{0,30}:\/\/|www\.|mailto:|xmpp:)[^\s`]+|[^\s`@]{1,100}@[^\s`@]+/giu;

/**
 * What can open or close anything inside a line: escapes, code, emphasis, links, footnotes, HTML, strikethrough, math; underscores at the edge of a word, and
 * ampersands that begin an entity. Pipes and exclamation marks do nothing here: no text makes a table row, and brackets are escaped.
 */
const ACTIVE = /[\\`*[\]<~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?[\p{L}\p{N}]+;)/gu;

/** What makes a block at the start of a line: heading, list, quote, rule, setext underline, numbered list. */
const BLOCK_START = /^(?:[#+=>-]|\d+(?=[.)]))/;

/** Controls that no reader shows, and marks that turn the direction of the text around them. */
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Writes any text so that Markdown shows it as it is, on one line: nothing in it becomes a link, an image, HTML, emphasis or a block. Addresses are set
 * as code, because many readers link a bare address however it is escaped.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim();
  let escaped = '';
  let end = 0;
  for (const match of line.matchAll(ADDRESS)) {
    escaped += escapeInline(line.slice(end, match.index)) + asCode(match[0]);
    end = match.index + match[0].length;
  }
  return escapeStart(escaped + escapeInline(line.slice(end)));
}

function escapeInline(text: string): string {
  return text.replace(ACTIVE, '\\$&');
}

/** The address has no backtick in it, so one on each side encloses it. */
function asCode(address: string): string {
  return `\`${address}\``;
}

function escapeStart(line: string): string {
  return line
    .replace(BLOCK_START, (start) => (/^\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
