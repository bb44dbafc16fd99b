import type { Entity, KeyPhrase, Sentiment, SourceAnalysis, SourceWithPassages } from '../../../contracts/index.ts';

/** What was found out about one source alone. */
export interface SourceFacts {
  readonly source_id: string;
  readonly language: string;
  readonly sentiment: Sentiment | undefined;
}

/** The analysis of one source, with how much of the merged lists it holds. */
export function summarizeSource(
  { source_id, language, sentiment }: SourceFacts,
  entities: readonly Entity[],
  keyPhrases: readonly KeyPhrase[],
): SourceAnalysis {
  const countIn = (items: readonly { readonly source_ids: readonly string[] }[]) =>
    items.filter(({ source_ids }) => source_ids.includes(source_id)).length;
  return {
    source_id,
    language,
    ...(sentiment && { sentiment }),
    entities: countIn(entities),
    key_phrases: countIn(keyPhrases),
  };
}

/** The forms of people, places and organizations, lower case: who and where is told by the entities; key phrases tell what. */
export function namesIn(entities: readonly Entity[]): ReadonlySet<string> {
  const named = entities.filter(({ type }) => type === 'PERSON' || type === 'LOCATION' || type === 'ORGANIZATION');
  return new Set(named.flatMap(({ name, variants }) => [name, ...variants].map((form) => form.toLowerCase())));
}

/** Characters of all passages, in UTF-16 code units. */
export function charactersOf(sources: readonly SourceWithPassages[]): number {
  return sources.reduce((total, { passages }) => total + passages.reduce((sum, { text }) => sum + text.length, 0), 0);
}
