import { createHash } from 'node:crypto';
import type { Brief, Citation, Source } from '../../../contracts/index.ts';

/** The text of a source as it was got, or why it could not be. */
export type SourceText =
  | { readonly text: string; readonly from: 'stored' | 'read again' }
  | { readonly unread: string };

/** How a quote stands: at its very place, somewhere in a text that is not quite the one that was read, or not at all. */
export type QuoteVerdict = 'exact' | 'found again' | 'missing' | 'unchecked';

/** A quote with its verdict. */
export interface CheckedQuote {
  readonly claim_id: string;
  readonly citation: Citation;
  readonly verdict: QuoteVerdict;
  /** Why it is missing or unchecked. */
  readonly why?: string;
}

/** Holds every quote of a brief against the texts of its sources. `texts` are by source id. */
export function checkQuotes(brief: Brief, texts: ReadonlyMap<string, SourceText>): CheckedQuote[] {
  const sources = new Map(brief.sources.map((source) => [source.source_id, source]));
  return brief.sections
    .flatMap(({ claims }) => claims)
    .flatMap(({ claim_id, citations }) =>
      citations.map((citation) => ({
        claim_id,
        citation,
        ...verdictOf(citation, sources.get(citation.source_id), texts.get(citation.source_id)),
      })),
    );
}

/** Whether a text is, to the letter, the one that the brief was made from. */
export function isTextOf(text: string, { sha256 }: Pick<Source, 'sha256'>): boolean {
  return createHash('sha256').update(text).digest('hex') === sha256;
}

function verdictOf(
  { quote, start, end, passage_id, source_id }: Citation,
  source: Source | undefined,
  given: SourceText | undefined,
): Pick<CheckedQuote, 'verdict' | 'why'> {
  if (source === undefined) return missing(`the brief has no source ${source_id}`);
  if (end - start !== quote.length) return missing(`it has ${quote.length} characters, its place ${end - start}`);
  if (!passage_id.startsWith(`${source_id}.`)) return missing(`its passage ${passage_id} is of another source`);
  if (given === undefined || 'unread' in given)
    return { verdict: 'unchecked', why: given?.unread ?? 'it was not read' };
  if (isTextOf(given.text, source)) {
    const stands = given.text.slice(start, end);
    return stands === quote
      ? { verdict: 'exact' }
      : missing(`the text says ${JSON.stringify(stands.slice(0, 120))} there`);
  }
  if (given.from === 'stored') return missing('the stored text is not the one that the brief names (SHA-256)');
  if (given.text.includes(quote)) return { verdict: 'found again' };
  return missing('it does not stand in the source as it is now');
}

function missing(why: string): Pick<CheckedQuote, 'verdict' | 'why'> {
  return { verdict: 'missing', why };
}
