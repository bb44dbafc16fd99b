import type { PageKind, Passage, Source } from '../../../contracts/index.ts';
import type { Sentence } from './sentence.ts';

/** A source about the company with its usable passages, cut into sentences. */
export interface CompanySource {
  readonly source: Source;
  readonly kind: PageKind;
  /** ISO 639-1, as the analysis tells it, else as the page declares it; `und` when neither does. */
  readonly language: string;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
}
