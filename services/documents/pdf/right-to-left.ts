/** The blocks of these scripts and of what is assigned beside them: a quick look, which most lines are done with. */
const MAY_BE_RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;
const LEFT_TO_RIGHT_LETTER = /(?=\p{L})[^\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/** Letters and numbers that keep their direction inside a right-to-left line, with the marks between them. */
const LEFT_TO_RIGHT_STRETCH =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}](?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M} .,:;/@_+&%'’-]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}%])?/gu;

/** Right-to-left words and the spaces between them inside a left-to-right line. */
const RIGHT_TO_LEFT_STRETCH =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M} ]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M}])?/gu;

/**
 * Turns a line from the order in which it stands on paper, left to right, into the order in which it is read: a simplified inverse of the
 * Unicode bidirectional algorithm (UAX #9) for lines without nested directions. Lines without right-to-left letters stay as they are.
 */
export function toReadingOrder(line: string): string {
  if (!MAY_BE_RIGHT_TO_LEFT.test(line)) return line;
  const right = line.match(RIGHT_TO_LEFT_LETTER)?.length ?? 0;
  if (right === 0) return line;
  const left = line.match(LEFT_TO_RIGHT_LETTER)?.length ?? 0;
  return right >= left ? turn(line).replace(LEFT_TO_RIGHT_STRETCH, turn) : line.replace(RIGHT_TO_LEFT_STRETCH, turn);
}

function turn(text: string): string {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
    .reverse()
    .join('');
}
