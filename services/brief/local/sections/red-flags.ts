import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { inferred } from '../claims.ts';
import type { Evidence } from '../evidence.ts';
import type { Sentence } from '../sentence.ts';
import { RED_FLAG_CUES, TAKEN_BACK } from './red-flag-cues.ts';

const MAX_FLAGS = 4;

/** What may warn in the company's own words, each with what to ask. */
export const redFlags: SectionSelector = (evidence) => {
  const sentences = ownSentences(evidence);
  return RED_FLAG_CUES.flatMap(({ pattern, ask }) => {
    for (const sentence of sentences) {
      const found = pattern.exec(sentence.text);
      if (found && !TAKEN_BACK.test(sentence.text.slice(0, found.index))) return [flag(sentence, found[0], ask)];
    }
    return [];
  }).slice(0, MAX_FLAGS);
};

function flag(sentence: Sentence, words: string, ask: string): DraftClaim {
  const place =
    sentence.source.kind === 'document' ||
    sentence.source.page_kind === 'job_description' ||
    sentence.source.page_kind === 'role'
      ? 'The job description'
      : 'Their site';
  return inferred(`${place} says “${words}”: ${ask}.`, [sentence]);
}

/** The job description first: it speaks of this job. What they sell is not how they work, so product and customer pages do not count. */
function ownSentences(evidence: Evidence): Sentence[] {
  const kinds = ['job_description', 'role', 'careers', 'values', 'engineering', 'about', 'news', 'other', 'home'];
  return [...evidence.sources]
    .filter(({ kind }) => kinds.includes(kind))
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
    .flatMap(({ sentences }) => sentences)
    .filter(({ passage }) => passage.kind !== 'quote' && passage.kind !== 'heading');
}
