/** A sentence and where it stands: `text.slice(start, end)` of the text that was split, in UTF-16 code units. */
export interface SentenceSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Finds sentence ends by Unicode's rules (UAX #29), which know no abbreviations. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** Abbreviations that are followed by more of the same sentence, without their last period, in lower case. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof sr jr st rev hon gen sen rep gov capt lt col messrs mme mlle ' +
    'e.g i.e cf vs approx ca etc resp incl excl min max no nos vol fig sec ch pp ed eds al est ' +
    'z.b d.h bzw u.a ggf ca nr str abs p.ej ej pág núm art'
  ).split(' '),
);

/** Abbreviations that may end a sentence: they go on only before a lower-case letter, a digit or a comma. */
const CORPORATE = new Set(
  'inc ltd co corp llc plc bros dept div intl univ assn jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr juil déc ene abr ago dic okt dez'.split(
    ' ',
  ),
);

const LAST_WORD = /([\p{L}\p{N}.&]+)\.["'”’)\]]*\s*$/u;
const INITIALS = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u;

/** Whether a piece that UAX #29 calls a sentence goes on in the next one. */
function goesOn(piece: string, next: string): boolean {
  const word = LAST_WORD.exec(piece)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  const original = LAST_WORD.exec(piece)?.[1] ?? '';
  if (ABBREVIATIONS.has(word))
    return word !== 'no' && word !== 'etc' && word !== 'max' && word !== 'min' ? true : /^[\d\p{Ll}]/u.test(next);
  if (CORPORATE.has(word)) return /^(?:[\p{Ll}\d,;]|(?:KG|KGaA|OHG|Ltd|LLC|Inc)(?![\p{L}\d]))/u.test(next);
  return INITIALS.test(original) && /^[\p{L}\d|]/u.test(next) && original.toLowerCase() !== 'i';
}

/**
 * Splits text into trimmed sentences with their places. Unicode's sentence ends are repaired where an abbreviation ("Inc.", "Dr.",
 * "e.g.", "No. 4"), an initial ("J. Smith") or a name with a period ("Node.js") only looks like one. Works in every language that marks sentence ends.
 */
export function splitSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  let piece = '';
  const segments = [...segmenter.segment(text)].map(({ segment }) => segment);
  segments.forEach((segment, position) => {
    piece += segment;
    const next = segments[position + 1];
    if (next !== undefined && goesOn(piece, next)) return;
    pushTrimmed(spans, piece, start);
    start += piece.length;
    piece = '';
  });
  return spans;
}

function pushTrimmed(spans: SentenceSpan[], piece: string, start: number): void {
  const text = piece.trim();
  if (text === '') return;
  const from = start + piece.indexOf(text);
  spans.push({ text, start: from, end: from + text.length });
}
