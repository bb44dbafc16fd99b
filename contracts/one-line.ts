/** What a name has none of: controls of a terminal or a page, line breaks, and halves of characters, which no encoding can carry. */
const NO_PART_OF_A_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether a text is one line that can be shown anywhere as it is. */
export function isOneLine(text: string): boolean {
  return !NO_PART_OF_A_LINE.test(text);
}
