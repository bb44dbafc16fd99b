import type { SentimentScore } from '@aws-sdk/client-comprehend';
import type { Sentiment } from '../../../contracts/index.ts';

/** A tone and how many characters it is that of. */
export interface WeighedTone {
  readonly score: SentimentScore;
  readonly characters: number;
}

/** How a source sounds: the mean of its parts by their length, with the label of the highest score. Undefined without parts. */
export function toneOf(parts: readonly WeighedTone[]): Sentiment | undefined {
  const characters = parts.reduce((sum, part) => sum + part.characters, 0);
  if (characters === 0) return undefined;
  const mean = (name: keyof SentimentScore): number =>
    clamp(parts.reduce((sum, part) => sum + (part.score[name] ?? 0) * part.characters, 0) / characters);
  const scores = {
    positive: mean('Positive'),
    negative: mean('Negative'),
    neutral: mean('Neutral'),
    mixed: mean('Mixed'),
  };
  return { label: labelOf(scores), ...scores };
}

/** The highest score's name; of equal ones the more reserved. */
function labelOf({ positive, negative, neutral, mixed }: Omit<Sentiment, 'label'>): Sentiment['label'] {
  const highest = Math.max(positive, negative, neutral, mixed);
  if (neutral === highest) return 'NEUTRAL';
  if (mixed === highest) return 'MIXED';
  return positive === highest ? 'POSITIVE' : 'NEGATIVE';
}

/** Sums of 32-bit scores overshoot 1 by a hair. */
function clamp(score: number): number {
  return Math.min(1, Math.max(0, score));
}
