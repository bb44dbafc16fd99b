import type { Passage } from '../../../contracts/index.ts';
import { VALUES_HEADING } from './cues/culture.ts';
import type { CompanySource, Evidence } from './evidence.ts';
import type { Sentence } from './sentence.ts';
import { isTelling } from './sentence-quality.ts';

/** A value that the company names, and the sentence that explains it; one and the same when both stand in one line ("Honest labels: …"). */
export interface Value {
  readonly name: string;
  readonly heading: Sentence;
  readonly sentence: Sentence;
}

const MAX_VALUES = 5;

/** Longest name of a value, in words. */
const MAX_NAME_WORDS = 8;

/** A value and its explanation in one line. */
const NAMED = /^(?<name>\p{Lu}[^.:!?–—]{2,60}?)(?:: | [–—-] |\. )(?=\p{L}.{15,})/u;

/** The values that headings about values stand over: as headings with a sentence below, or as list entries that begin with a name. */
export function valuesOf(evidence: Evidence): Value[] {
  return evidence.sources.flatMap((source) => [...underHeadings(source), ...inLists(source)]).slice(0, MAX_VALUES);
}

function isAboutValues({ headings }: Passage, source: CompanySource): boolean {
  return headings.some((heading) => VALUES_HEADING.test(heading)) || (source.kind === 'values' && headings.length > 0);
}

function underHeadings(source: CompanySource): Value[] {
  return source.passages.flatMap((passage, position) => {
    const next = source.passages[position + 1];
    if (passage.kind !== 'heading' || !isAboutValues(passage, source) || !next || next.kind === 'heading') return [];
    const heading = source.sentences.find((candidate) => candidate.passage === passage);
    const sentence = source.sentences.find((candidate) => candidate.passage === next);
    const short = passage.text.split(' ').length <= MAX_NAME_WORDS && !passage.text.endsWith('?');
    return heading && sentence && short && isTelling(sentence)
      ? [{ name: passage.text.replace(/[.!]$/, ''), heading, sentence }]
      : [];
  });
}

function inLists(source: CompanySource): Value[] {
  return source.sentences.flatMap((sentence) => {
    const { passage, text } = sentence;
    const name = NAMED.exec(text)?.groups?.name;
    const listed = passage.kind === 'list_item' && isAboutValues(passage, source);
    return listed && name !== undefined && name.split(' ').length <= MAX_NAME_WORDS && isTelling(sentence)
      ? [{ name, heading: sentence, sentence }]
      : [];
  });
}
