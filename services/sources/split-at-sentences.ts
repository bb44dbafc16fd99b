/** Finds sentence ends in any language by Unicode's rules (UAX #29). */
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Finds word ends, for sentences that are longer than a piece may be. */
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Cuts a text into trimmed pieces of at most `maxCharacters` UTF-16 code units: at sentence ends, within longer sentences at word ends,
 * within longer words anywhere but inside a character. Joined they hold every character of the text but white space at the cuts.
 */
export function splitAtSentences(text: string, maxCharacters: number): string[] {
  if (text.length <= maxCharacters) return [text];
  const units = [...sentences.segment(text)].flatMap(({ segment }) => cutAtWords(segment, maxCharacters));
  return join(units, maxCharacters);
}

function cutAtWords(sentence: string, max: number): string[] {
  if (sentence.length <= max) return [sentence];
  const parts = [...words.segment(sentence)].flatMap(({ segment }) =>
    segment.length <= max ? [segment] : slice(segment, max),
  );
  return join(parts, max);
}

function slice(word: string, max: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && piece.length + character.length > max) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function join(units: readonly string[], max: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const unit of units) {
    if (piece.length + unit.trimEnd().length > max) {
      pieces.push(piece.trim());
      piece = '';
    }
    piece += unit;
  }
  return [...pieces, piece.trim()].filter((text) => text !== '');
}
