import type { Word } from './words.ts';

/** Reads a text in a language that we have no model of: words with their exact place, without part of speech. */
export function readOther(text: string, language: string): readonly Word[] {
  const locale = language === 'und' ? 'en' : language;
  const starts = sentenceStarts(text, locale);
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ segment, index }) => ({
      text: segment,
      lower: segment.toLowerCase(),
      start: index,
      end: index + segment.length,
      pos: '',
      sentenceStart: starts.has(index),
    }));
}

function sentenceStarts(text: string, locale: string): ReadonlySet<number> {
  return new Set(
    [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(
      ({ index, segment }) => index + segment.search(/\S|$/u),
    ),
  );
}
