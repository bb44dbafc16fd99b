import type { Analysis, Passage, Source, SourceWithPassages } from '../../../contracts/index.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { passageLine, sourceBlock } from './prompt/source-block.ts';
import type { SectionGroup } from './section-groups.ts';

/** A passage with what decides whether it is given to the model. */
interface Candidate {
  readonly passage: Passage;
  readonly source: Source;
  readonly weight: number;
}

/** What the candidate brought comes before every page. */
const DOCUMENT_WEIGHT = 100;

/** The most telling kind of page weighs this much; each further kind of the list one less, kinds not listed 1. */
const FIRST_KIND_WEIGHT = 10;

/** Weight of a passage that names something the analysis found, at most this many times: names are what claims are made of. */
const MAX_COUNTED_MENTIONS = 3;

/** Passages after which a page has told the half of what it is about. */
const HALF_TOLD_AFTER = 10;

/** A heading is told with each passage under it, so that alone it comes last. */
const HEADING_WEIGHT = 0.2;

/**
 * Chooses the passages for a group of sections: by what the source is for these sections, by what the analysis found in the passage, earlier
 * ones first, until the budget is used up. Gives them in reading order; sources without a chosen passage are left out.
 *
 * @param inputTokens most tokens of all lines together, by {@link estimateTokens}
 */
export function selectPassages(
  sources: readonly SourceWithPassages[],
  analysis: Analysis,
  group: SectionGroup,
  inputTokens: number,
): SourceWithPassages[] {
  const mentions = countMentions(analysis);
  const candidates = sources
    .filter(({ source }) => group.reads_resume || !isResume(source))
    .flatMap((item) => candidatesOf(item, group, mentions))
    .sort((one, other) => other.weight - one.weight);
  const chosen = fillBudget(candidates, inputTokens);
  return sources
    .map(({ source, passages }) => ({ source, passages: passages.filter(({ passage_id }) => chosen.has(passage_id)) }))
    .filter(({ passages }) => passages.length > 0);
}

/** The ids of the passages that fit, best first. One that is too long makes room for shorter ones after it. */
function fillBudget(candidates: readonly Candidate[], inputTokens: number): ReadonlySet<string> {
  const opened = new Set<string>();
  const chosen = new Set<string>();
  let left = inputTokens;
  for (const { passage, source } of candidates) {
    const opening = opened.has(source.source_id) ? 0 : estimateTokens(sourceBlock({ source, passages: [] }));
    const tokens = opening + estimateTokens(`\n${passageLine(passage)}`);
    if (tokens > left) continue;
    left -= tokens;
    opened.add(source.source_id);
    chosen.add(passage.passage_id);
  }
  return chosen;
}

function candidatesOf(
  { source, passages }: SourceWithPassages,
  group: SectionGroup,
  mentions: ReadonlyMap<string, number>,
): Candidate[] {
  const base = weightOf(source, group);
  return passages.map((passage, position) => {
    const named = Math.min(mentions.get(passage.passage_id) ?? 0, MAX_COUNTED_MENTIONS);
    const early = HALF_TOLD_AFTER / (HALF_TOLD_AFTER + position);
    const kind = passage.kind === 'heading' ? HEADING_WEIGHT : 1;
    return { passage, source, weight: base * early * kind + named };
  });
}

function weightOf(source: Source, { kinds }: SectionGroup): number {
  if (source.kind === 'document') return source.purpose === 'other' ? FIRST_KIND_WEIGHT : DOCUMENT_WEIGHT;
  const rank = kinds.indexOf(source.page_kind);
  return rank < 0 ? 1 : Math.max(FIRST_KIND_WEIGHT - rank, 1);
}

function isResume(source: Source): boolean {
  return source.kind === 'document' && source.purpose === 'resume';
}

function countMentions({ entities }: Analysis): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { passage_id } of entities.flatMap((entity) => entity.mentions)) {
    counts.set(passage_id, (counts.get(passage_id) ?? 0) + 1);
  }
  return counts;
}
