import type { Block } from '../../contracts/index.ts';
import { normalizeText } from '../text/normalize.ts';

/** Longest title kept, in characters; the contract allows 500. */
const MAX_TITLE_CHARACTERS = 200;

/** Titles that programs write when nobody gave one: the program's name, a file's name, "Untitled", "Document1". */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint)|untitled|document\s?\d*$|slide \d|title$|.*\.(?:docx?|pdf|rtf|odt|tex|dvi|indd|html?|txt|md|qxd)$)/i;

/**
 * The title of a document: what its metadata says when somebody wrote it, else the first of the highest headings on its first page, else the name of the file without ending. The first of all may be
 * that of a column beside.
 */
export function chooseTitle(from_metadata: string, blocks: readonly Block[], file_name: string): string {
  const title = normalizeText(from_metadata);
  if (/\p{L}/u.test(title) && !NO_TITLE.test(title)) return shorten(title);
  return shorten(highestHeading(blocks) ?? (normalizeText(file_name.replace(/\.[^.]{1,5}$/, '')) || file_name));
}

function highestHeading(blocks: readonly Block[]): string | undefined {
  const headings = blocks.filter(({ kind, page = 1 }) => kind === 'heading' && page === 1);
  const [first = blocks.find(({ kind }) => kind === 'heading')] = headings.toSorted(
    ({ level: one = 1 }, { level: other = 1 }) => one - other,
  );
  return first?.text;
}

function shorten(title: string): string {
  if (title.length <= MAX_TITLE_CHARACTERS) return title;
  return `${title
    .slice(0, MAX_TITLE_CHARACTERS)
    .toWellFormed()
    .replace(/\s+\S*$/, '')}…`;
}
