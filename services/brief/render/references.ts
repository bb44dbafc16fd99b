import type { Brief, Citation } from '../../../contracts/index.ts';

/** A quote that claims cite: `reference_id` is its source's id, a hyphen and its place among the source's quotes, as first cited ("W3-2"). */
export interface Reference {
  readonly reference_id: string;
  readonly source_id: string;
  readonly quote: string;
}

/** The quotes of a brief and where each citation finds its own. */
export interface References {
  /** Of one source, in the order of first citation. */
  of(sourceId: string): readonly Reference[];
  /** Of a claim's citations, in their order; a quote cited twice stands once. */
  cited(citations: readonly Citation[]): readonly Reference[];
}

/** Numbers the quotes of a brief. Citations of the same words of a source share one reference. */
export function numberReferences({ sections }: Pick<Brief, 'sections'>): References {
  const bySource = new Map<string, Map<string, Reference>>();
  for (const citation of sections.flatMap(({ claims }) => claims).flatMap(({ citations }) => citations)) {
    const quotes = bySource.get(citation.source_id) ?? new Map<string, Reference>();
    bySource.set(citation.source_id, quotes);
    const key = keyOf(citation);
    if (!quotes.has(key)) quotes.set(key, referenceTo(citation, quotes.size + 1));
  }
  const find = (citation: Citation) => bySource.get(citation.source_id)?.get(keyOf(citation));
  return {
    of: (sourceId) => [...(bySource.get(sourceId)?.values() ?? [])],
    cited: (citations) => [...new Set(citations.map(find))].filter((reference) => reference !== undefined),
  };
}

function keyOf({ start, end, quote }: Citation): string {
  return `${start} ${end} ${quote}`;
}

function referenceTo({ source_id, quote }: Citation, place: number): Reference {
  return { reference_id: `${source_id}-${place}`, source_id, quote };
}
