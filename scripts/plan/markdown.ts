/** Longest value that is shown whole, in characters: an ARN with a long name has 150, a description in a table is cut. */
const MAX_VALUE_CHARACTERS = 180;

/** Longest value of those that have to be seen to their end: a condition of IAM that names the attributes of a table has 250. */
const MAX_WHOLE_CHARACTERS = 4_000;

/** Characters that would break a line, or that change how a line reads without being seen (control and bidirectional formatting characters, UAX #9). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value that comes from outside, as code: what it holds is shown, never read as Markdown, as HTML, or as a mention of somebody. */
export function code(value: string): string {
  return asCode(visible(value));
}

/** As {@link code}, for what a reviewer has to see to its end: a condition whose last key is cut off could be any other. */
export function wholeCode(value: string): string {
  return asCode(visible(value, MAX_WHOLE_CHARACTERS));
}

function asCode(shown: string): string {
  const longestRun = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = shown === '' || longestRun > 0 || shown.trim() !== shown ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Several values as code, separated by commas. */
export function codes(values: readonly string[]): string {
  return values.map((each) => code(each)).join(', ');
}

/** A row of a table: a line between two cells would end the cell. */
export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** `1 function`, `2 functions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Text on one line without anything that is not seen, cut at a length; what is cut is marked. */
export function visible(value: string, maxCharacters = MAX_VALUE_CHARACTERS): string {
  const line = value.replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  const characters = Array.from(line);
  return characters.length <= maxCharacters ? line : `${characters.slice(0, maxCharacters).join('')}…`;
}
