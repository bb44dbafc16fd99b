import type { Citation, Passage, Source, SourceWithPassages } from '../../contracts/index.ts';
import { MAX_CITATIONS } from '../../contracts/index.ts';
import type { DraftCitation } from './brief-writer.ts';
import { quoteContext } from './quote-context.ts';
import type { Span } from './trim-quote.ts';
import { trimQuote } from './trim-quote.ts';

/** A passage and the source it belongs to. */
export interface SourcedPassage {
  readonly passage: Passage;
  readonly source: Source;
}

/** A citation with where it comes from. */
export interface ResolvedCitation extends SourcedPassage {
  readonly citation: Citation;
}

/** All passages by their ids. */
export function indexPassages(sources: readonly SourceWithPassages[]): ReadonlyMap<string, SourcedPassage> {
  return new Map(
    sources.flatMap(({ source, passages }) =>
      passages.map((passage) => [passage.passage_id, { passage, source }] as const),
    ),
  );
}

/**
 * Copies the words that a draft claim cites out of the sources. What names no passage, or no words of it, is left out; what is longer than a
 * quote may be is trimmed to the sentences that carry the statement. Nothing a writer typed gets into a quote.
 *
 * @param shown passages whose words may stand around a quote; all by default
 */
export function resolveCitations(
  drafts: readonly DraftCitation[],
  statement: string,
  passages: ReadonlyMap<string, SourcedPassage>,
  shown: ReadonlyMap<string, SourcedPassage> = passages,
): ResolvedCitation[] {
  const resolved = drafts
    .map((draft) => resolve(draft, statement, passages, shown))
    .filter((citation) => citation !== undefined);
  const distinct = resolved.filter(
    ({ citation }, position) => resolved.findIndex((other) => isSame(other.citation, citation)) === position,
  );
  return distinct.slice(0, MAX_CITATIONS);
}

function isSame(one: Citation, other: Citation): boolean {
  return one.passage_id === other.passage_id && one.start === other.start && one.end === other.end;
}

function resolve(
  draft: DraftCitation,
  statement: string,
  passages: ReadonlyMap<string, SourcedPassage>,
  shown: ReadonlyMap<string, SourcedPassage>,
): ResolvedCitation | undefined {
  const found = passages.get(draft.passage_id);
  if (!found) return undefined;
  const span = wordsOf(found.passage.text, draft);
  if (!span) return undefined;
  const part = trimQuote(found.passage.text.slice(span.start, span.end), statement);
  const start = span.start + part.start;
  const end = span.start + part.end;
  const { passage, source } = found;
  const quote = passage.text.slice(start, end);
  if (quote.trim() === '') return undefined;
  const context = quoteContext(found, { start, end }, shown);
  return {
    ...found,
    citation: {
      source_id: source.source_id,
      passage_id: passage.passage_id,
      start: passage.start + start,
      end: passage.start + end,
      quote,
      ...(context && { context }),
    },
  };
}

/** The span cited, inside the passage, without white space at its ends and without half a character; undefined when it holds no word. */
function wordsOf(text: string, draft: DraftCitation): Span | undefined {
  const from = aligned(text, clamp(draft.start ?? 0, text.length), -1);
  const to = aligned(text, clamp(draft.end ?? text.length, text.length), 1);
  if (from >= to) return undefined;
  const piece = text.slice(from, to);
  if (!/[\p{L}\p{N}]/u.test(piece)) return undefined;
  return { start: from + (piece.length - piece.trimStart().length), end: to - (piece.length - piece.trimEnd().length) };
}

function clamp(offset: number, max: number): number {
  return Number.isFinite(offset) ? Math.min(Math.max(Math.trunc(offset), 0), max) : 0;
}

/** Moves an offset out of the middle of a surrogate pair. */
function aligned(text: string, offset: number, step: -1 | 1): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1))
    ? offset + step
    : offset;
}
