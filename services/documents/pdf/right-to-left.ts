const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;
const LEFT_TO_RIGHT_LETTER = /(?=\p{L})[^\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/** Letters and numbers that keep their direction inside a right-to-left line, with the marks between them. */
const LEFT_TO_RIGHT_STRETCH =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}](?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M} .,:;/@_+&%'’-]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}%])?/gu;

/** Right-to-left words and the spaces between them inside a left-to-right line. */
const RIGHT_TO_LEFT_STRETCH =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M} ]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{M}])?/gu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Turns a line from the order in which it stands on paper, left to right, into the order in which it is read: a simplified inverse of the
 * Unicode bidirectional algorithm (UAX #9) for lines without nested directions. Lines without right-to-left letters stay as they are.
 */
export function toReadingOrder(line: string): string {
  const right = line.match(RIGHT_TO_LEFT_LETTER)?.length ?? 0;
  if (right === 0) return line;
  const left = line.match(LEFT_TO_RIGHT_LETTER)?.length ?? 0;
  return right >= left ? turn(line).replace(LEFT_TO_RIGHT_STRETCH, turn) : line.replace(RIGHT_TO_LEFT_STRETCH, turn);
}

function turn(text: string): string {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
    .reverse()
    .join('');
}
