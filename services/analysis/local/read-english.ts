import { MAX_WORD_CHARACTERS } from './limits.ts';
import type { LanguageModels } from './models.ts';
import type { Word } from './words.ts';

/** A date, amount, share or number that the model found; `first` and `last` are places in the list of words. */
export interface NumberSpan {
  readonly type: string;
  readonly first: number;
  readonly last: number;
}

/** How a sentence sounds, -1 to 1, and how many words it has. */
export interface SentenceTone {
  readonly tone: number;
  readonly words: number;
}

/** A text's words, numbers and tones. */
export interface ReadText {
  readonly words: readonly Word[];
  readonly numbers: readonly NumberSpan[];
  readonly tones: readonly SentenceTone[];
}

const OVERLONG = new RegExp(`\\S{${MAX_WORD_CHARACTERS + 1},}`, 'g');

/** Reads an English text: words with part of speech and exact place, numbers, and the tone of each sentence. */
export function readEnglish(text: string, { wink }: LanguageModels): ReadText {
  const { its } = wink;
  const document = wink.readDoc(text.replace(OVERLONG, (run) => ' '.repeat(run.length)));
  const sentences = document.sentences();
  const sentenceSpans = spansOf(sentences.out(its.span));
  const starts = new Set(sentenceSpans.map(([first]) => first));
  const words = placeWords(text, document.tokens().out(), document.tokens().out(its.pos), starts);
  const types = document.entities().out(its.type);
  const numbers = spansOf(document.entities().out(its.span)).map(([first, last], index) => ({
    type: String(types[index]),
    first,
    last,
  }));
  const tones = sentences.out(its.sentiment).map((tone, index) => {
    const [first, last] = sentenceSpans[index] ?? [0, 0];
    return { tone: Number(tone), words: last - first + 1 };
  });
  return { words, numbers, tones };
}

/** The model's typings also allow strings here, for helpers other than `its.span`. */
function spansOf(spans: readonly unknown[]): [number, number][] {
  return spans.filter((span): span is [number, number] => Array.isArray(span));
}

/** The model gives its tokens in order and unchanged, so each is found at or after the end of the one before. */
function placeWords(
  text: string,
  tokens: readonly string[],
  parts: readonly string[],
  starts: ReadonlySet<number>,
): Word[] {
  let cursor = 0;
  return tokens.map((token, index) => {
    const found = text.indexOf(token, cursor);
    const start = found < 0 ? cursor : found;
    const end = found < 0 ? cursor : found + token.length;
    cursor = end;
    return {
      text: text.slice(start, end),
      lower: token.toLowerCase(),
      start,
      end,
      pos: parts[index] ?? '',
      sentenceStart: starts.has(index),
    };
  });
}
