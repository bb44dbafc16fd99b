import type { FoundPhrase } from '../merge/merge-phrases.ts';
import type { ReadPassage, ReadSource } from './read-source.ts';

/**
 * How the languages write the terms of a field, by their own grammar, because there is no model that knows a noun: German by the capital inside a sentence; the
 * Romance languages by "noun de noun"; Dutch and the Scandinavian languages by long compounds, without the endings of adjectives and of nouns made of them; Japanese and Chinese by characters and Katakana, which endings and particles are not written in.
 */
const GERMAN = /(?<=[\p{Ll}\p{N},] )\p{Lu}\p{Ll}{7,}(?![\p{L}\p{N}])/gu;
const COMPOUND =
  /(?<!\p{L})(?!\p{Ll}*(?:lijke?|lijks|ende|enden|heden|heid|ische?|isk[ae]?|liga|lige|ande|ningar|heter)(?!\p{L}))\p{Ll}{12,}(?!\p{L})/gu;
const NO_NOUN =
  "(?!(?:avec|dans|pour|entre|sous|chez|vers|depuis|pendant|plus|moins|beaucoup|trop|assez|autour|lors|partir|près|afin|para|desde|hasta|sobre|dentro|antes|después|oltre|prima|dopo|mais|depois)[ ’'])";
const ROMANCE = new RegExp(
  `(?<![\\p{L}\\p{N}’'])${NO_NOUN}\\p{Ll}{4,}(?: (?:de|du|des|del|della|delle|dei|di|do|da)(?: l[’']| la | )| d[’'])\\p{Ll}{4,}(?![\\p{L}\\p{N}’'])`,
  'gu',
);
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Katakana}ー]{4,16}/gu;

/** The pattern of a language's terms; languages without one have no key phrases here. */
const TERMS: Readonly<Record<string, RegExp>> = {
  de: GERMAN,
  nl: COMPOUND,
  sv: COMPOUND,
  da: COMPOUND,
  no: COMPOUND,
  fr: ROMANCE,
  es: ROMANCE,
  it: ROMANCE,
  pt: ROMANCE,
  ja: EAST_ASIAN,
  zh: EAST_ASIAN,
};

/** Whether key phrases of a language are found here. */
export function hasTerms(language: string): boolean {
  return language in TERMS;
}

/** Finds the terms of sources in other languages than English; those that stand in one passage alone are left out, because no model says that they are terms. */
export function findForeignPhrases(sources: readonly ReadSource[]): FoundPhrase[] {
  const found = sources
    .filter(({ asEnglish }) => !asEnglish)
    .flatMap(({ language, passages }) => distinct(passages).flatMap((read) => termsIn(read, TERMS[language])));
  const passagesOf = Map.groupBy(found, ({ key }) => key);
  return found.filter(({ key }) => new Set(passagesOf.get(key)?.map(({ passage_id }) => passage_id)).size > 1);
}

function distinct(passages: readonly ReadPassage[]): ReadPassage[] {
  const seen = new Set<string>();
  return passages.filter(({ passage }) => !seen.has(passage.text) && seen.add(passage.text));
}

function termsIn({ passage, source_id, isDisplay }: ReadPassage, pattern: RegExp | undefined): FoundPhrase[] {
  if (pattern === undefined) return [];
  return [...passage.text.matchAll(pattern)].map(({ 0: form, index }) => ({
    form,
    key: form.toLowerCase(),
    source_id,
    passage_id: passage.passage_id,
    start: index,
    end: index + form.length,
    words: form.split(' ').length,
    isLabel: isDisplay && source_id.startsWith('W'),
  }));
}
