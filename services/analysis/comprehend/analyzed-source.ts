import type { Passage, Source, SourceWithPassages } from '../../../contracts/index.ts';
import type { Chunk } from './cut-chunks.ts';
import { cutChunks } from './cut-chunks.ts';

/** A passage and the source that it stands in. */
export interface PlacedPassage {
  readonly source_id: string;
  readonly passage: Passage;
}

/** A source in a language that is analyzed. */
export interface AnalyzedSource {
  readonly source: Source;
  readonly language: string;
  /** Without code, which is in no language. */
  readonly passages: readonly Passage[];
}

/** What is sent of all sources, and what stands for it elsewhere. */
export interface SentText {
  readonly chunks: readonly (Chunk & { readonly source_id: string; readonly language: string })[];
  /** Every place of a text that is sent, by the id of the passage that is sent for all of them; that one is the first. */
  readonly places: ReadonlyMap<string, readonly PlacedPassage[]>;
}

/** Texts without a letter or digit say nothing. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** The passages of a source that are in a language. */
export function proseOf({ passages }: SourceWithPassages): readonly Passage[] {
  return passages.filter(({ kind, text }) => kind !== 'code' && SAYS_SOMETHING.test(text));
}

/**
 * Cuts what is to be sent. A text that stands in several places, as menus and footers of a site do, is sent for the first alone: each request is billed, and the answer is
 * the same.
 */
export function cutSources(sources: readonly AnalyzedSource[]): SentText {
  const byText = new Map<string, PlacedPassage[]>();
  const chunks = sources.flatMap(({ source, language, passages }) => {
    const { source_id } = source;
    const fresh = passages.filter((passage) => {
      const key = `${language}\n${passage.text}`;
      const known = byText.get(key);
      if (known === undefined) byText.set(key, [{ source_id, passage }]);
      else known.push({ source_id, passage });
      return known === undefined;
    });
    return cutChunks(fresh).map((chunk) => ({ ...chunk, source_id, language }));
  });
  const places = new Map([...byText.values()].map((all) => [all[0]?.passage.passage_id ?? '', all]));
  return { chunks, places };
}
