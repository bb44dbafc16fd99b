import type { Sentiment } from '../../../contracts/index.ts';
import { MIN_SENTIMENT_WORDS } from './limits.ts';
import type { SentenceTone } from './read-english.ts';
import type { ReadSource } from './read-source.ts';

/** A sentence's tone, -1 to 1, below which it is neutral: one mild word in a long sentence gives 0.1. */
const MIN_TONE = 0.15;

/**
 * How an English source sounds: shares of its words that stand in positive, negative and neutral sentences; `mixed` is what praise and blame
 * have in common, taken from both, so that the four sum to 1. Undefined for other languages and for fewer than {@link MIN_SENTIMENT_WORDS} words.
 */
export function sentimentOf({ language, passages }: ReadSource): Sentiment | undefined {
  const tones = passages.flatMap((read) => read.tones);
  const words = sum(tones, () => true);
  if (language !== 'en' || words < MIN_SENTIMENT_WORDS) return undefined;
  const praise = sum(tones, ({ tone }) => tone >= MIN_TONE) / words;
  const blame = sum(tones, ({ tone }) => tone <= -MIN_TONE) / words;
  const common = Math.min(praise, blame);
  const scores = {
    positive: praise - common,
    negative: blame - common,
    neutral: 1 - praise - blame,
    mixed: 2 * common,
  };
  return { label: labelOf(scores), ...scores };
}

function sum(tones: readonly SentenceTone[], holds: (tone: SentenceTone) => boolean): number {
  return tones.filter(holds).reduce((total, { words }) => total + words, 0);
}

/** The highest score's name; of equal ones the more reserved. */
function labelOf({ positive, negative, neutral, mixed }: Omit<Sentiment, 'label'>): Sentiment['label'] {
  const highest = Math.max(positive, negative, neutral, mixed);
  if (neutral === highest) return 'NEUTRAL';
  if (mixed === highest) return 'MIXED';
  return positive === highest ? 'POSITIVE' : 'NEGATIVE';
}
