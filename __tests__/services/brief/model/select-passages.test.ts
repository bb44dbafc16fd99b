import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SourceWithPassages } from '../../../../contracts/index.ts';
import { estimateTokens } from '../../../../services/brief/model/estimate-tokens.ts';
import { sourceBlock } from '../../../../services/brief/model/prompt/source-block.ts';
import { sectionGroups } from '../../../../services/brief/model/section-groups.ts';
import { selectPassages } from '../../../../services/brief/model/select-passages.ts';
import { emptyAnalysis, lanternfishRequest } from '../../../fixtures/brief/lanternfish.ts';

const [company, today, candidate] = sectionGroups(lanternfishRequest);
if (!company || !today || !candidate)
  throw new Error('The example has a resume and a job description, so every group is written.');

function ids(sources: readonly SourceWithPassages[]): string[] {
  return sources.flatMap(({ passages }) => passages.map(({ passage_id }) => passage_id));
}

function tokens(sources: readonly SourceWithPassages[]): number {
  return sources.reduce((sum, source) => sum + estimateTokens(sourceBlock(source)), 0);
}

function select(group: typeof company, inputTokens: number, analysis = emptyAnalysis): SourceWithPassages[] {
  return selectPassages(lanternfishRequest.sources, analysis, group as NonNullable<typeof company>, inputTokens);
}

describe('the passages for a call', () => {
  it('are all there are, in reading order, when they fit', () => {
    expect(ids(select(candidate, 1_000_000))).toEqual(ids(lanternfishRequest.sources));
  });

  it('leave the resume out of calls that can do without it', () => {
    const sources = select(company, 1_000_000).map(({ source }) =>
      source.kind === 'document' ? source.purpose : source.page_kind,
    );
    expect(sources).toContain('job_description');
    expect(sources).not.toContain('resume');
  });

  it('never have more tokens than the budget, and keep the reading order', () => {
    const order = ids(lanternfishRequest.sources);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_000 }), fc.constantFrom(company, today, candidate), (budget, group) => {
        const chosen = select(group, budget);
        expect(tokens(chosen)).toBeLessThanOrEqual(budget);
        expect(ids(chosen)).toEqual(order.filter((id) => ids(chosen).includes(id)));
      }),
    );
  });

  it('are those of the documents first, then of the pages that say most about the sections', () => {
    // Act
    const sources = select(today, 900).map(({ source }) => source);

    // Assess
    expect(sources.some((source) => source.kind === 'document' && source.purpose === 'job_description')).toBe(true);
    const kinds = select(company, 1_500).flatMap(({ source }) => (source.kind === 'page' ? [source.page_kind] : []));
    expect(kinds).toContain('about');
    expect(kinds).not.toContain('news');
  });

  it('are rather those in which the analysis found names', () => {
    // Prepare
    const news =
      lanternfishRequest.sources.find(({ source }) => source.kind === 'page' && source.page_kind === 'other') ??
      lanternfishRequest.sources[0];
    const passage_id = news?.passages.at(-1)?.passage_id ?? '';
    const mentions = [0, 1, 2].map((start) => ({ passage_id, start, end: start + 1 }));
    const entity = {
      type: 'PERSON' as const,
      name: 'Somebody',
      variants: [],
      count: 3,
      source_ids: ['W1'],
      score: 1,
      mentions,
      is_company: false,
    };
    const smallestBudgetThatTakesIt = (analysis: typeof emptyAnalysis) => {
      for (let budget = 0; ; budget += 50)
        if (ids(select(company, budget, analysis)).includes(passage_id)) return budget;
    };

    // Act
    const without = smallestBudgetThatTakesIt(emptyAnalysis);
    const named = smallestBudgetThatTakesIt({ ...emptyAnalysis, entities: [entity] });

    // Assess
    expect(named).toBeLessThan(without);
  });

  it('are counted on the high side', () => {
    expect(estimateTokens('We map harbors.')).toBe(5);
    expect(estimateTokens('港湾の地図')).toBe(5);
  });
});
