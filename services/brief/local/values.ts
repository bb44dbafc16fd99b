import type { Passage } from '../../../contracts/index.ts';
import { splitWords } from '../../text/words.ts';
import type { CompanySource } from './company-source.ts';
import { VALUES_HEADING } from './cues/culture.ts';
import type { Evidence } from './evidence.ts';
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
const NAMED = /^(?<name>[\p{Lu}\p{Lo}][^.:!?::–—]{1,60}?)(?: ?[::] ?| [–—-] |\. )(?=[\p{L}«„“].{15,})/u;

/** The values that headings about values stand over: as headings with a sentence below, as list entries that begin with a name, or as a short line with its explanation after it. */
export function valuesOf(evidence: Evidence): Value[] {
  return evidence.sources
    .flatMap((source) => [...underHeadings(source), ...inLists(source), ...inPairs(source)])
    .slice(0, MAX_VALUES);
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
    const listed =
      (passage.kind === 'list_item' || (passage.kind === 'paragraph' && isNamedSo(passage, source))) &&
      isAboutValues(passage, source);
    return listed && name !== undefined && name.split(' ').length <= MAX_NAME_WORDS && isTelling(sentence)
      ? [{ name, heading: sentence, sentence }]
      : [];
  });
}

/** Whether a paragraph is one of several under a heading of values that begin with a name and a colon. */
function isNamedSo({ headings }: Passage, { passages }: CompanySource): boolean {
  const nearest = headings.at(-1) ?? '';
  const named = passages.filter(({ kind, text, headings: over }) => {
    const separator = NAMED.exec(text)?.[0].slice(NAMED.exec(text)?.groups?.name?.length);
    return kind === 'paragraph' && over.at(-1) === nearest && separator !== undefined && !separator.startsWith('.');
  });
  return VALUES_HEADING.test(nearest) && named.length >= MIN_NAMED;
}

/** Fewer paragraphs that begin with a name and a colon are no list. */
const MIN_NAMED = 2;

/** A short line and the sentence after it: the opening of a paragraph ("Courage. We say …"), or a term and its definition in a list. */
function inPairs(source: CompanySource): Value[] {
  const { sentences } = source;
  return sentences.flatMap((heading, position) => {
    const sentence = sentences[position + 1];
    if (!sentence || !isAboutValues(heading.passage, source) || !isShortName(heading) || !isTelling(sentence))
      return [];
    return isTerm(heading, sentence) || isOpening(heading, sentence)
      ? [{ name: heading.text.replace(/[.!。]$/u, ''), heading, sentence }]
      : [];
  });
}

/** Longest opening of a paragraph that names a value, in words. */
const MAX_OPENING_WORDS = 5;

function isShortName({ text, passage }: Sentence): boolean {
  if (/^[一二三四五六七八九十\d]+[.、。]?$/u.test(text)) return false;
  return passage.kind !== 'heading' && splitWords(text).length <= MAX_OPENING_WORDS && !/[?:]$/u.test(text);
}

function isOpening({ passage, start, text }: Sentence, { passage: next }: Sentence): boolean {
  return passage === next && start === 0 && /[.!。]$/u.test(text);
}

/** An entry without an end mark, and the entry after it that is a whole sentence. */
function isTerm({ passage, text }: Sentence, { passage: next, text: explanation }: Sentence): boolean {
  const isList = passage.kind === 'list_item' && next.kind === 'list_item' && passage !== next;
  return isList && !/[.!。]$/u.test(text) && /[.!。]$/u.test(explanation);
}
