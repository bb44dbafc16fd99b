import type { KeyPhrase } from '@aws-sdk/client-comprehend';
import type { FoundPhrase } from '../merge/merge-phrases.ts';
import { singular } from '../merge/merge-phrases.ts';
import { BUSINESS_WORDS, NAVIGATION_WORDS, VAGUE_WORDS } from '../word-lists.ts';
import { MAX_PHRASE_WORDS } from './limits.ts';
import type { PlacedFind } from './place-found.ts';

/** Words that begin a noun phrase and say nothing of its own: articles, possessives, demonstratives. Comprehend returns them with the phrase. */
const OPENERS: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:the|an?|our|your|their|its|his|her|my|this|that|these|those|some|any|all|each|every|both|more|most|many|other|such)\s+)+/iu,
  de: /^(?:(?:der|die|das|den|dem|des|eine?[rmns]?|unsere?[rmns]?|ihre?[rmns]?|seine?[rmns]?|diese[rmns]?|alle[rmns]?)\s+)+/iu,
  fr: /^(?:(?:les?|la|une?|des|du|nos|notre|vos|votre|leurs?|ses|son|sa|ces?|cette|tous|toutes)\s+|l['’])+/iu,
  es: /^(?:(?:el|la|los|las|una?s?|unos|nuestr[oa]s?|sus?|est[aeo]s?|todos?|todas?)\s+)+/iu,
  it: /^(?:(?:il|lo|la|i|gli|le|un[ao]?|nostr[aoei]|suoi?|loro|quest[aoei]|tutt[ei])\s+|l['’])+/iu,
  pt: /^(?:(?:os?|as?|uma?s?|uns|noss[oa]s?|seus?|suas?|est[ea]s?|todos|todas)\s+)+/iu,
};

/** Makes a phrase of what Comprehend found: without the words that open it, undefined when nothing that tells is left. */
export function toPhrase(
  { passage, form: whole, start: from, end }: PlacedFind<KeyPhrase>,
  source_id: string,
  language: string,
): FoundPhrase | undefined {
  const start = from + (OPENERS[language]?.exec(whole)?.[0].length ?? 0);
  const form = passage.text.slice(start, end);
  const words = form.toLowerCase().split(/[\s-]+/u);
  if (form.trim() !== form || !tells(words, language)) return undefined;
  const isLabel = passage.kind === 'heading' && source_id.startsWith('W');
  return {
    form,
    key: keyOf(words, language),
    source_id,
    passage_id: passage.passage_id,
    start,
    end,
    words: words.length,
    isLabel,
  };
}

/** No numbers alone, no menu words, no clauses; an English word alone must say more than "team" or "work". */
function tells(words: readonly string[], language: string): boolean {
  if (words.length > MAX_PHRASE_WORDS || !words.some((word) => /\p{L}{2}|[\p{Lo}]/u.test(word))) return false;
  const head = words.at(-1) ?? '';
  if (language !== 'en') return true;
  if (VAGUE_WORDS.has(head) || (words.length === 1 && BUSINESS_WORDS.has(head))) return false;
  return !words.some((word) => NAVIGATION_WORDS.has(word));
}

function keyOf(words: readonly string[], language: string): string {
  return [...words.slice(0, -1), ...words.slice(-1).map((head) => (language === 'en' ? singular(head) : head))].join(
    ' ',
  );
}
