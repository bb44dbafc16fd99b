import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { inferred, statedSentence } from '../claims.ts';
import type { Evidence } from '../evidence.ts';
import { endsInVerb, listed } from '../phrases.ts';
import { best } from '../rank.ts';
import type { Sentence } from '../sentence.ts';
import { pointsBack } from '../sentence-quality.ts';
import { tellingSentences } from '../telling-sentences.ts';
import { productsOf } from './products-and-customers.ts';

const MAX_TERMS = 4;

/** With fewer terms explained than this, phrases that they keep using are named as well. */
const MIN_TERMS = 3;

/** Fewest and most phrases that are worth a line; and how many pages must use one, in sentences of their own: a repeated slogan is one use. */
const MIN_PHRASES = 3;
const MAX_PHRASES = 5;
const MIN_PAGES_OF_PHRASE = 2;

const DEFINED =
  /^(?:(?:An?|The) )?(?<term>[\p{L}\p{N}][\p{L}\p{N}'’-]*(?: [\p{L}\p{N}'’-]+){0,3}),? (?:is|are|means|refers to|stands for|describes) (?:an?|the|what|how|our|when|where)\b/u;
const CALLED =
  /\b(?:we call (?:it |this |them |these )?|is called |are called |known as |which we call )(?<term>[“"]?[\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]+){0,3})/u;
const NO_TERM =
  /^(?:we|you|he|she|it|they|i|there|this|that|these|those|what|who|our|your|their|my|one|here|everyone|everybody|all|most|many|some|each|every|first|today|here|nothing|people|team|mission|goal|vision|purpose|aim|result|company|role|job|position|culture)\b|\b(?:mission|goal|vision|purpose|role|position|job|team|office|company)$/i;

/** Terms that the company uses and explains. */
export const vocabulary: SectionSelector = (evidence) => {
  const sentences = tellingSentences(evidence);
  const products = new Set(productsOf(evidence).map(({ name }) => name));
  const terms = sentences.filter(({ text }) => !products.has(termOf(text) ?? ''));
  const defined = best(terms, (sentence) => termScore(sentence, evidence), MAX_TERMS).map(statedSentence);
  return defined.length >= MIN_TERMS ? defined : [...defined, ...repeatedPhrases(evidence)];
};

/** The term that a sentence explains, or undefined. */
function termOf(text: string): string | undefined {
  const term = (DEFINED.exec(text) ?? CALLED.exec(text))?.groups?.term?.replace(/^["“]/, '');
  return term === undefined || NO_TERM.test(term) ? undefined : term;
}

function termScore(sentence: Sentence, evidence: Evidence): number {
  const term = termOf(sentence.text);
  if (term === undefined || pointsBack(sentence.text) || evidence.company.pattern.test(term)) return 0;
  const uses = evidence.sources
    .flatMap(({ sentences }) => sentences)
    .filter(({ text }) => text.toLowerCase().includes(term.toLowerCase())).length;
  const phrase = evidence.request.analysis.key_phrases.some(({ text }) =>
    text.toLowerCase().includes(term.toLowerCase()),
  );
  return 1 + Math.min(uses, MAX_USES) + (phrase ? 1 : 0) + (term.includes(' ') ? 1 : 0);
}

/** Uses beyond these say no more about how much a term is theirs. */
const MAX_USES = 4;

/** Whether one phrase is a part of the other: "district heating", "district heating networks". */
function overlap(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

/** Phrases of several ordinary words that several pages use: the company's way to speak of its field. */
function repeatedPhrases(evidence: Evidence): DraftClaim[] {
  const pages = evidence.sources.filter(({ kind }) => kind !== 'job_description');
  const found = evidence.request.analysis.key_phrases
    .filter(({ text }) => /^\p{Ll}[\p{Ll}-]+(?: \p{Ll}[\p{Ll}-]+){1,2}$/u.test(text) && !endsInVerb(text))
    .flatMap(({ text }) => {
      const using = pages.flatMap(({ sentences }) => sentences.find((sentence) => sentence.text.includes(text)) ?? []);
      const wordings = new Set(using.map((sentence) => sentence.text));
      return wordings.size >= MIN_PAGES_OF_PHRASE ? [{ text, sentence: using[0] }] : [];
    })
    .filter(({ text }, position, all) => !all.slice(0, position).some((other) => overlap(other.text, text)))
    .slice(0, MAX_PHRASES);
  const sentences = found.flatMap(({ sentence }) => sentence ?? []);
  if (found.length < MIN_PHRASES) return [];
  return [inferred(`They keep saying ${listed(found.map(({ text }) => `“${text}”`))}: use the same words.`, sentences)];
}
