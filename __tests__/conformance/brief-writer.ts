import { describe, expect, it } from '@jest/globals';
import { Brief, SectionId } from '../../contracts/index.ts';
import { assembleBrief } from '../../services/brief/assemble-brief.ts';
import type { BriefWriter, DraftCitation, WritingRequest } from '../../services/brief/brief-writer.ts';
import { briefContext } from '../fixtures/brief/context.ts';
import { lanternfishRequest } from '../fixtures/brief/lanternfish.ts';

/** What every writer must do, whatever it writes with. `makeWriter` is called once a test. */
export function briefWriterConformance(name: string, makeWriter: () => BriefWriter): void {
  describe(`${name} is a brief writer`, () => {
    draftsPointIntoTheSources(makeWriter);
    draftsBecomeBriefs(makeWriter);
    littleIsEnough(makeWriter);
  });
}

function draftsPointIntoTheSources(makeWriter: () => BriefWriter): void {
  it('cites passages that exist, by spans that lie inside of them', async () => {
    // Prepare
    const passages = new Map(
      lanternfishRequest.sources.flatMap((source) => source.passages).map((one) => [one.passage_id, one]),
    );

    // Act
    const { sections } = await makeWriter().write(lanternfishRequest);

    // Assess
    const citations: readonly DraftCitation[] = sections.flatMap(({ claims }) =>
      claims.flatMap((claim) => claim.citations),
    );
    expect(citations.length).toBeGreaterThan(0);
    for (const { passage_id, start = 0, end } of citations) {
      const length = passages.get(passage_id)?.text.length ?? -1;
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end ?? length).toBeLessThanOrEqual(length);
      expect(end ?? length).toBeGreaterThan(start);
    }
  });

  it('writes sections of the contract only, each once, and every claim with a statement and a citation', async () => {
    // Act
    const { sections } = await makeWriter().write(lanternfishRequest);

    // Assess
    const ids = sections.map(({ section_id }) => section_id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { section_id, claims } of sections) {
      expect(SectionId.options).toContain(section_id);
      for (const { statement, citations } of claims) {
        expect(statement.trim()).not.toBe('');
        expect(citations.length).toBeGreaterThan(0);
      }
    }
  });
}

function draftsBecomeBriefs(makeWriter: () => BriefWriter): void {
  it('gives a draft whose claims stand: the brief keeps to the contract and most of what was written is in it', async () => {
    // Prepare
    const draft = await makeWriter().write(lanternfishRequest);

    // Act
    const brief = Brief.parse(assembleBrief(lanternfishRequest, draft, briefContext));

    // Assess
    const dropped = Object.values(brief.dropped_claims).reduce((sum, count) => sum + count, 0);
    const written = draft.sections.reduce((sum, { claims }) => sum + claims.length, 0);
    expect(brief.sections.map(({ section_id }) => section_id)).toContain('what_they_do');
    expect(dropped).toBeLessThan(written / 2);
  });
}

/** A request with only some of its sources. */
function withSources(keep: (source: WritingRequest['sources'][number]) => boolean): WritingRequest {
  return { ...lanternfishRequest, sources: lanternfishRequest.sources.filter(keep) };
}

function littleIsEnough(makeWriter: () => BriefWriter): void {
  it.each([
    ['documents only', withSources(({ source }) => source.kind === 'document')],
    ['pages only', withSources(({ source }) => source.kind === 'page')],
    ['a single page', withSources(({ source }) => source.source_id === 'W1')],
  ])('writes from %s, and cites nothing else', async (_name, request) => {
    // Prepare
    const known = new Set(request.sources.map(({ source }) => source.source_id));

    // Act
    const draft = await makeWriter().write(request);

    // Assess
    const brief = Brief.parse(assembleBrief(request, draft, briefContext));
    const cited = brief.sections.flatMap(({ claims }) =>
      claims.flatMap(({ citations }) => citations.map(({ source_id }) => source_id)),
    );
    expect(cited.filter((source_id) => !known.has(source_id))).toEqual([]);
  });
}
