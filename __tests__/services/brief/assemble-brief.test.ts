import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Brief, MAX_BRIEF_WORDS, SectionId } from '../../../contracts/index.ts';
import { assembleBrief } from '../../../services/brief/assemble-brief.ts';
import type { Draft, DraftClaim, WritingRequest } from '../../../services/brief/brief-writer.ts';
import { FIRST_PAGE } from '../../../services/brief/section-titles.ts';
import { briefContext } from '../../fixtures/brief/context.ts';
import { lanternfishRequest } from '../../fixtures/brief/lanternfish.ts';

const noTokens = { input_tokens: 0, output_tokens: 0, left_out: [] };

function draft(sections: Partial<Record<SectionId, readonly DraftClaim[]>>): Draft {
  const given = Object.entries(sections) as [SectionId, readonly DraftClaim[]][];
  return { sections: given.map(([section_id, claims]) => ({ section_id, claims })), gaps: [], usage: noTokens };
}

function stated(statement: string, ...passages: string[]): DraftClaim {
  return { statement, basis: 'stated', citations: passages.map((passage_id) => ({ passage_id })) };
}

const people = stated('Today 140 people work at Lanternfish in Gothenburg, Porto and Leeds.', 'W2.4');

function assemble(given: Draft, request: WritingRequest = lanternfishRequest): Brief {
  return Brief.parse(assembleBrief(request, given, briefContext));
}

describe('a brief', () => {
  it('copies the quote of each claim from its source', () => {
    const brief = assemble(draft({ what_they_do: [people] }));
    expect(brief.sections[0]).toMatchObject({
      section_id: 'what_they_do',
      title: 'What they do',
      claims: [{ claim_id: 'what_they_do-1', citations: [{ source_id: 'W2', quote: people.statement }] }],
    });
  });

  it('drops what does not stand and counts why', () => {
    const brief = assemble(
      draft({
        what_they_do: [
          people,
          stated('Today 900 people work at Lanternfish.', 'W2.4'),
          stated('They build ferries.', 'W99.1'),
        ],
      }),
    );
    expect(brief.sections[0]?.claims).toHaveLength(1);
    expect(brief.dropped_claims).toEqual({ number_not_in_quote: 1, no_citation: 1 });
  });

  it('holds the advice beside a requirement to the same names and numbers', () => {
    const base: DraftClaim = {
      statement: 'Your resume does not name Terraform.',
      basis: 'inferred',
      citations: [{ passage_id: 'D2.14' }],
    };
    const fit = { requirement: 'Hands-on experience with Kubernetes and Terraform', strength: 'missing' as const };
    const brief = assemble(
      draft({
        fit: [
          { ...base, fit: { ...fit, advice: 'Say that you know Ansible.' } },
          { ...base, fit },
        ],
      }),
    );
    expect(brief.sections[0]?.claims).toHaveLength(1);
    expect(brief.dropped_claims).toEqual({ name_not_in_quote: 1 });
  });

  it('says nothing twice, over all sections', () => {
    const again = stated('Today 140 people work at Lanternfish in Gothenburg, Porto, and Leeds.', 'W2.4');
    const brief = assemble(draft({ culture_and_values: [again], what_they_do: [people] }));
    expect(brief.sections.map(({ section_id }) => section_id)).toEqual(['what_they_do']);
  });

  it('puts sections in reading order, whatever order they were written in', () => {
    const brief = assemble(
      draft({
        technology: [stated('We store plans in PostgreSQL and telemetry in ClickHouse.', 'W9.3')],
        what_they_do: [people],
      }),
    );
    expect(brief.sections.map(({ section_id }) => section_id)).toEqual(['what_they_do', 'technology']);
  });

  it('names what no section answers, and where it was sought', () => {
    const brief = assemble(draft({ what_they_do: [people] }));
    expect(brief.gaps).toContainEqual({
      sought: 'who leads the company',
      where: 'the 12 pages and 2 documents that were read',
      reason: 'Nothing there says it plainly enough to cite.',
    });
    expect(brief.gaps.filter(({ sought }) => sought === 'what the company does')).toEqual([]);
  });

  it('tells whom to ask for a resume when none was read', () => {
    const request = {
      ...lanternfishRequest,
      sources: lanternfishRequest.sources.filter(({ source }) => source.source_id !== 'D1'),
    };
    const brief = assemble(draft({ what_they_do: [people] }), request);
    expect(brief.gaps).toContainEqual(
      expect.objectContaining({
        sought: 'how your resume meets the job',
        reason: 'No resume was read.',
        remedy: 'Give your resume with --resume FILE.',
      }),
    );
  });

  it('is degraded only when something asked for could not be read', () => {
    const gap = { sought: "the company's website", where: 'https://lanternfish.example', reason: 'It did not answer.' };
    expect(assemble(draft({ what_they_do: [people] })).degraded).toBe(false);
    expect(assemble(draft({ what_they_do: [people] }), { ...lanternfishRequest, gaps: [gap] }).degraded).toBe(false);
    expect(
      assemble(draft({ what_they_do: [people] }), {
        ...lanternfishRequest,
        gaps: [{ ...gap, error: 'SiteUnavailableError' }],
      }).degraded,
    ).toBe(true);
  });

  it('says what of the sources was left out, and what the run used as it is told', () => {
    const written: Draft = {
      ...draft({ what_they_do: [people] }),
      usage: { input_tokens: 900, output_tokens: 80, model_latency_ms: 7, left_out: ['W12'] },
    };
    expect(assemble(written).usage).toEqual({ ...briefContext.usage, model_latency_ms: 7, left_out: ['W12'] });
  });
});

/** A draft as long as a talkative writer makes it: any section, claims of many words that stand in their quotes. */
const words = ['limit', 'draw', 'depot', 'grid', 'operator', 'bills', 'below', 'keeping', 'art', 'shaving', 'peak'];
const talk = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 120 });
const longClaim = fc.record({ text: talk, nonce: fc.nat() }).map(
  ({ text }): DraftClaim => ({
    statement: text.join(' ').slice(0, 990),
    basis: 'inferred',
    citations: [{ passage_id: 'W5.5' }],
  }),
);
const longDraft = fc
  .array(
    fc.record({ section_id: fc.constantFrom(...SectionId.options), claims: fc.array(longClaim, { maxLength: 12 }) }),
    { maxLength: 30 },
  )
  .map((sections): Draft => ({ sections, gaps: [], usage: noTokens }));

describe('the length of a brief', () => {
  it('never exceeds its words, whatever a writer hands in', () => {
    fc.assert(
      fc.property(longDraft, (given) => {
        const brief = assemble(given);
        return brief.words <= MAX_BRIEF_WORDS && brief.sections.every(({ claims }) => claims.length > 0);
      }),
      { numRuns: 40 },
    );
  });

  it('cuts the less important sections and keeps the first page whole', () => {
    const claims = (prefix: string, count: number): DraftClaim[] =>
      Array.from({ length: count }, (_, index) => ({
        statement:
          `${prefix} ${words.map((word) => `${word}${'abcdefghijklmnopqrstuvwxyz'[index]}${prefix}`).join(' ')} `
            .repeat(3)
            .trim()
            .toLowerCase(),
        basis: 'inferred',
        citations: [{ passage_id: 'W5.5' }],
      }));
    const full = draft({
      what_they_do: claims('do', 3),
      why_you_fit: claims('fit', 3),
      questions_to_expect: claims('expect', 5),
      questions_to_ask_first: claims('ask', 5),
      risks: claims('risk', 3),
      leadership: claims('lead', 20),
      vocabulary: claims('term', 20),
      red_flags: claims('flag', 20),
    });
    const brief = assemble(full);
    const counts = new Map(brief.sections.map((section) => [section.section_id, section.claims.length]));
    expect(FIRST_PAGE.map((id) => counts.get(id))).toEqual([3, 3, 5, 5, 3]);
    expect(counts.get('vocabulary')).toBeLessThanOrEqual(3);
    expect(counts.get('leadership') ?? 0).toBeGreaterThan(3);
    expect(brief.words).toBeLessThanOrEqual(MAX_BRIEF_WORDS);
    expect(brief.usage.left_out).toEqual([expect.stringMatching(/statements that did not fit/)]);
  });

  it('tells many gaps as a number', () => {
    const gaps = Array.from({ length: 60 }, (_, index) => ({
      sought: `page ${index}`,
      where: 'the 12 pages that were read',
      reason: 'It was not found on the server of the company.',
    }));
    const brief = assemble(draft({ what_they_do: [people] }), { ...lanternfishRequest, gaps });
    expect(brief.gaps.length).toBeLessThan(45);
    expect(brief.gaps.at(-1)?.sought).toMatch(/^\d+ further things$/);
    const places = brief.gaps.at(-1)?.where.split(', ') ?? [];
    expect(places).toEqual([...new Set(places)]);
  });
});
