/** Finds sentence ends in any language by Unicode's rules (UAX #29). */
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Finds word ends, for sentences that are longer than a piece may be. */
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Finds where characters end that a reader sees as one, combining marks and joined emoji included. */
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** From coarse to fine. */
const CUTS: readonly ((text: string) => readonly string[])[] = [
  (text) => [...sentences.segment(text)].map(({ segment }) => segment),
  (text) => [...words.segment(text)].map(({ segment }) => segment),
  (text) => [...characters.segment(text)].map(({ segment }) => segment),
  (text) => [...text],
];

/**
 * Cuts a text into pieces of at most `maxBytes` bytes of UTF-8 (four or more): at sentence ends, within longer sentences at word ends, within longer words
 * between characters, and within a character of more bytes than that between code points. Joined the pieces are the text.
 */
export function splitByBytes(text: string, maxBytes: number): readonly string[] {
  return split(text, maxBytes, 0);
}

function split(text: string, maxBytes: number, cut: number): readonly string[] {
  if (Buffer.byteLength(text) <= maxBytes) return text === '' ? [] : [text];
  const pieces: string[] = [];
  let room = 0;
  for (const part of (CUTS[cut]?.(text) ?? []).flatMap((whole) => split(whole, maxBytes, cut + 1))) {
    const bytes = Buffer.byteLength(part);
    if (bytes <= room) pieces.push((pieces.pop() ?? '') + part);
    else pieces.push(part);
    room = (bytes <= room ? room : maxBytes) - bytes;
  }
  return pieces;
}
