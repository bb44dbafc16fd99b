/** The blocks of these scripts and of what is assigned beside them: a quick look, which most lines are done with. */
const MAY_BE_RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;
const LEFT_TO_RIGHT_LETTER = /(?=\p{L})[^\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/** Letters and numbers that keep their direction inside a right-to-left line, with the marks between them. */
const LEFT_TO_RIGHT_STRETCH =
  /[%‰°+\p{Sc}]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}](?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M} .,:;/@_+&%'’·•|-]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}])?[%‰°+\p{Sc}]*/gu;

/** Right-to-left words and the spaces between them inside a left-to-right line. */
const RIGHT_TO_LEFT_STRETCH =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M} ]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M}])?/gu;

/** Brackets by their counterparts. */
const COUNTERPARTS: ReadonlyMap<string, string> = new Map(
  ['()', ')(', '[]', '][', '{}', '}{'].map(([one = '', other = '']) => [one, other]),
);

/** Whether most letters of a text are of right-to-left scripts: then its lines run that way, whatever else stands in them. */
export function isRightToLeft(text: string): boolean {
  return MAY_BE_RIGHT_TO_LEFT.test(text) && count(text, RIGHT_TO_LEFT_LETTER) >= count(text, LEFT_TO_RIGHT_LETTER);
}

/**
 * Turns a line from the order in which it stands on paper, left to right, into the order in which it is read: a simplified inverse of the
 * Unicode bidirectional algorithm (UAX #9) for lines without nested directions. Lines without right-to-left letters stay as they are; one that has some runs to the left when most
 * of its own letters do, or `in_right_to_left` text.
 */
export function toReadingOrder(line: string, in_right_to_left = false): string {
  if (!MAY_BE_RIGHT_TO_LEFT.test(line) || count(line, RIGHT_TO_LEFT_LETTER) === 0) return line;
  return in_right_to_left || isRightToLeft(line)
    ? withBrackets(turn(line).replace(LEFT_TO_RIGHT_STRETCH, turn))
    : line.replace(RIGHT_TO_LEFT_STRETCH, turn);
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

function turn(text: string): string {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
    .reverse()
    .join('');
}

/** Brackets that close before any opens were told by their shapes, which are mirrored in such lines. */
function withBrackets(line: string): string {
  return /^[^([{]*[)\]}]/.test(line)
    ? line.replace(/[()[\]{}]/g, (bracket) => COUNTERPARTS.get(bracket) ?? bracket)
    : line;
}
