import type { Evidence } from './evidence.ts';
import type { Sentence } from './sentence.ts';
import { isTelling } from './sentence-quality.ts';

/** Sentences of the company's sources that can stand as statements, each wording once. Text in quotation blocks is somebody else's. */
export function tellingSentences(evidence: Evidence): Sentence[] {
  const seen = new Set<string>();
  return evidence.sources
    .filter(({ kind }) => kind !== 'job_description')
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => {
      const key = sentence.text.toLowerCase();
      if (seen.has(key) || sentence.passage.kind === 'quote' || !isTelling(sentence)) return false;
      seen.add(key);
      return true;
    });
}
