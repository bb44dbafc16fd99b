import type { Sentence } from './sentence.ts';

/** A dated piece of news. */
export interface NewsItem {
  /** YYYY-MM-DD, as the page gives it. */
  readonly date: string;
  readonly headline: Sentence;
  /** What the piece begins with. */
  readonly lead?: Sentence;
  /** The line that bears the date, when the date stands in the text. */
  readonly dateline?: Sentence;
  readonly text: string;
}
