import type { Brief, Citation, Claim, PageSource, SectionId } from '../../../../contracts/index.ts';
import { SECTION_TITLES } from '../../../../services/brief/section-titles.ts';
import { documentOf, pageOf } from '../../../conformance/source-of.ts';

/** A citation of a made-up quote; the same words at the same place are the same citation. */
export function citation(sourceId: string, quote: string): Citation {
  return { source_id: sourceId, passage_id: `${sourceId}.1`, start: quote.length, end: quote.length * 2, quote };
}

/** A made-up claim of a section. */
export function claim(sectionId: SectionId, place: number, statement: string, over: Partial<Claim> = {}): Claim {
  return {
    claim_id: `${sectionId}-${place}`,
    statement,
    basis: 'stated',
    citations: [citation('W1', 'Acme builds robots.')],
    ...over,
  };
}

function section(sectionId: SectionId, ...claims: readonly Claim[]): Brief['sections'][number] {
  return { section_id: sectionId, title: SECTION_TITLES[sectionId], claims: [...claims] };
}

/** The address of the made-up page W1. */
export const PAGE_ADDRESS = 'https://acme.example/w1';

const page: PageSource = {
  ...(pageOf('W1', ['Acme builds robots.']).source as PageSource),
  title: 'About Acme',
  published_at: '2025-03-04',
  hidden: { characters: 1_200, reasons: ['display:none'] },
};

const inferred = { basis: 'inferred' } as const;

/** A brief on a made-up company with a claim of every kind. */
export function madeUpBrief(over: Partial<Brief> = {}): Brief {
  return {
    schema_version: 1,
    session_id: 'k-0',
    execution_id: 'k-0-1',
    company_name: 'Acme Robotics',
    company_url: 'https://acme.example/',
    role: 'Backend Engineer',
    audience: 'hiring_manager',
    generated_at: '2026-11-21T19:00:00Z',
    made_by: { analyzer: 'local', writer: 'local', ocr: 'off' },
    degraded: true,
    sections: [
      section('what_they_do', claim('what_they_do', 1, 'Acme builds robots.')),
      section(
        'why_you_fit',
        claim('why_you_fit', 1, 'You have built robots.', {
          ...inferred,
          citations: [citation('D1', 'Built robots'), citation('W1', 'Acme builds robots.')],
        }),
      ),
      section(
        'questions_to_expect',
        claim('questions_to_expect', 1, 'Why robots?', inferred),
        claim('questions_to_expect', 2, 'Why Acme?', inferred),
      ),
      section('questions_to_ask_first', claim('questions_to_ask_first', 1, 'What breaks most?', inferred)),
      section('risks', claim('risks', 1, 'You have not used Kafka.', inferred)),
      section(
        'recent_news',
        claim('recent_news', 1, 'Acme moved.', { date: '2026-01-15' }),
        claim('recent_news', 2, 'Acme grew.', { date: '2026-10-14' }),
      ),
      section(
        'fit',
        claim('fit', 1, 'Your resume says “Built robots”.', {
          ...inferred,
          fit: { requirement: 'Robot experience', strength: 'strong' },
        }),
        claim('fit', 2, 'Your resume says nothing about this.', {
          ...inferred,
          fit: { requirement: 'Kafka', strength: 'missing', advice: 'Say what carries over.' },
        }),
      ),
      section(
        'likely_questions',
        claim('likely_questions', 1, 'What is hard?', { ...inferred, audience: 'peer' }),
        claim('likely_questions', 2, 'When can you start?', { ...inferred, audience: 'recruiter' }),
        claim('likely_questions', 3, 'Anything else?', inferred),
      ),
    ],
    gaps: [
      {
        sought: 'who leads the company',
        where: '1 page of acme.example',
        reason: 'No page names anyone.',
        remedy: 'Name the team page with --also URL.',
      },
    ],
    sources: [
      page,
      {
        ...documentOf('D1', ['Built robots']).source,
        title: 'Resume',
        warnings: ['The text was cut at 400,000 characters.'],
      },
    ],
    dropped_claims: { number: 2, negation: 0 },
    words: 100,
    usage: {
      pages: 1,
      documents: 1,
      characters: 31,
      requests: { 'acme.example': 3 },
      comprehend_units: 0,
      input_tokens: 0,
      output_tokens: 0,
      transitions: 9,
      textract_pages: 0,
      estimated_cost_usd: 0,
      unpriced: [],
      left_out: [],
    },
    ...over,
  };
}
