/** Characters that must not stand in a line as they are: `<` could open or close a tag of ours, the separators could end the line. */
const NOT_LITERAL = /[<>\u2028\u2029\u0085]/g;

/**
 * One value as one line of JSON that holds no `<`, `>` or line break, whatever text is in it. A text can thus neither close the block it stands in nor
 * begin a line of its own, and `JSON.parse` of the line gives the value back unchanged.
 */
export function jsonLine(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(value).replace(
    NOT_LITERAL,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
