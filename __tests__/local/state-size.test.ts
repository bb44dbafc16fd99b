import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Analysis, BriefRequest } from '../../contracts/index.ts';
import { MAX_ALSO_URLS, MAX_DOCUMENTS, MAX_URL_CHARACTERS, STATE_BUDGET_BYTES } from '../../contracts/index.ts';
import { createPipelineHandlers } from '../../handlers/pipeline-handlers.ts';
import { startPipeline } from '../../handlers/pipeline-starts.ts';
import { localFunctionArn } from '../../local/engine/arns.ts';
import { createLocalExecutions } from '../../local/engine/local-executions.ts';
import { createLocalWriter } from '../../services/brief/local/local-writer.ts';
import type { PageContent } from '../../services/website/website-reader.ts';
import { renderStateMachine, stateMachineTemplate } from '../../statemachine/render.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What a run reads. */
interface Size {
  readonly pages: number;
  readonly paragraphs: number;
  readonly gaps: number;
  readonly entities: number;
}

const folder = await temporaryFolder('state-size');
let size: Size = { pages: 1, paragraphs: 1, gaps: 0, entities: 1 };

const { services, close } = stepServices(folder, {
  website: {
    read: async () => ({
      pages: Array.from({ length: size.pages }, (_, index) => pageOf(index)),
      gaps: Array.from({ length: size.gaps }, (_, index) => ({
        sought: 'a page',
        where: `https://acme.example/${index}`,
        reason: 'It was gone.',
      })),
      requests: { 'acme.example': size.pages },
    }),
  },
  documents: {
    read: async () => ({
      format: 'text',
      title: 'A document',
      blocks: [{ kind: 'paragraph', text: 'Acme is old.' }],
      warnings: [],
    }),
  },
  analyzer: { name: 'sized', analyze: async () => analysisOf() },
  writer: createLocalWriter(),
});

const arn = localFunctionArn;
const executions = createLocalExecutions({
  definition: renderStateMachine(stateMachineTemplate(), {
    CreateSession: arn('CreateSession'),
    ScrapeCompany: arn('ScrapeCompany'),
    ParseDocuments: arn('ParseDocuments'),
    AnalyzeWithComprehend: arn('AnalyzeWithComprehend'),
    GenerateBrief: arn('GenerateBrief'),
    UpdateSession: arn('UpdateSession'),
  }),
  handlers: createPipelineHandlers(services),
  file: join(folder, 'executions.sqlite'),
});

afterAll(async () => {
  await executions.close();
  close();
});

function pageOf(index: number): PageContent {
  const blocks = Array.from({ length: size.paragraphs }, (_, number) => ({
    kind: 'paragraph' as const,
    text: `Acme built pump number ${number} of series ${index} for the city of Lund in ${1990 + (number % 30)}, and it still runs.`,
  }));
  return {
    url: `https://acme.example/${index}`,
    title: `Page ${index}`,
    page_kind: 'other',
    fetched_at: '2026-11-22T08:00:00.000Z',
    blocks,
    warnings: [],
  };
}

function analysisOf(): Analysis {
  return {
    analyzer: 'sized',
    sources: [],
    entities: Array.from({ length: size.entities }, (_, index) => ({
      type: 'PERSON' as const,
      name: `Person ${index}`,
      variants: [],
      count: 1,
      source_ids: ['W1'],
      score: 1,
      mentions: [],
      is_company: false,
    })),
    key_phrases: [],
    gaps: [],
    usage: { characters: 0, comprehend_units: 0 },
  };
}

const REQUEST: BriefRequest = {
  company_name: 'Acme',
  company_url: 'https://acme.example',
  also_urls: [],
  job_url: null,
  documents: [],
  role: null,
  audience: null,
  max_pages: 50,
  deadline_seconds: 60,
};

async function largestPayload(of: Size, request: BriefRequest = REQUEST): Promise<number> {
  size = of;
  const { row } = await startPipeline({ ...services, executions }, request, { owner: 'local' });
  const { status, cause, largest_payload_bytes } = await executions.waitFor(row.execution_id);
  expect([status, cause]).toEqual(['SUCCEEDED', undefined]);
  return largest_payload_bytes;
}

/** The longest request that the contract takes: addresses and names in characters of three bytes. */
async function longestRequest(): Promise<BriefRequest> {
  const address = (number: number): string => `https://acme.example/${number}/`.padEnd(MAX_URL_CHARACTERS, '株');
  const documents = Array.from({ length: MAX_DOCUMENTS }, async (_, number) => {
    const pointer = await services.artifacts.putOnce(
      `uploads/local/${'d'.repeat(60)}-${number}`,
      `Document ${number}`,
      'text/plain',
    );
    return {
      document_id: `d-${number}`,
      purpose: 'other' as const,
      file_name: '株'.repeat(255),
      media_type: 'x'.repeat(255),
      ...pointer,
    };
  });
  return {
    ...REQUEST,
    company_url: address(0),
    also_urls: Array.from({ length: MAX_ALSO_URLS }, (_, number) => address(number + 1)),
    job_url: address(99),
    documents: await Promise.all(documents),
    role: '株'.repeat(200),
  };
}

/** Digits of counts are all that may differ between a small and a large run: a dozen counts of at most seven more digits. */
const DIGITS_OF_COUNTS_BYTES = 84;

describe('the largest payload of a run', () => {
  it('does not grow with pages, text, gaps or entities', async () => {
    // Prepare
    const smallest = await largestPayload({ pages: 1, paragraphs: 1, gaps: 0, entities: 1 });
    const sizes = fc.record({
      pages: fc.integer({ min: 1, max: 40 }),
      paragraphs: fc.integer({ min: 1, max: 80 }),
      gaps: fc.integer({ min: 0, max: 60 }),
      entities: fc.integer({ min: 1, max: 1_000 }),
    });

    await fc.assert(
      fc.asyncProperty(sizes, async (drawn) => {
        // Act
        const largest = await largestPayload(drawn);

        // Assess
        expect(largest).toBeLessThanOrEqual(smallest + DIGITS_OF_COUNTS_BYTES);
        expect(largest).toBeLessThan(STATE_BUDGET_BYTES);
      }),
      { numRuns: 12 },
    );
  });

  it('stays within the budget for the longest request that the contract takes', async () => {
    // Act
    const largest = await largestPayload({ pages: 3, paragraphs: 3, gaps: 3, entities: 3 }, await longestRequest());

    // Assess
    expect(largest).toBeLessThan(STATE_BUDGET_BYTES);
  });
});
