import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PipelineStatusResponse } from '../../contracts/index.ts';
import { Brief, estimateCost, LIST_PRICES, TRANSITIONS_OF_A_RUN } from '../../contracts/index.ts';
import { createHandler as createAnalyze } from '../../handlers/analyze-with-comprehend.ts';
import { createHandler as createGenerate } from '../../handlers/generate-brief.ts';
import { createHandler as createParse } from '../../handlers/parse-documents.ts';
import { createHandler as createUpdate } from '../../handlers/update-session.ts';
import { createBedrockWriter } from '../../services/brief/bedrock/bedrock-writer.ts';
import type { BriefWriter } from '../../services/brief/brief-writer.ts';
import type { SpendMeter } from '../../services/cost/spend-meter.ts';
import type { SpendLimits, StepServices } from '../../services/services.ts';
import { loadJson, storeManifest } from '../../services/sources/manifest-store.ts';
import { sampleSessionRow } from '../conformance/session-row.ts';
import { emptyAnalysis, lanternfishRequest } from '../fixtures/brief/lanternfish.ts';
import { comprehendOnLoopback } from '../services/analysis/comprehend/comprehend-on-loopback.ts';
import { rawPdf } from '../services/documents/raw-pdf.ts';
import { textractOnLoopback } from '../services/documents/scans/textract-on-loopback.ts';
import type { ApiUnderTest } from '../support/api-services.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';
import { bedrockClient, settingsWith } from '../support/aws-protocol/bedrock/bedrock-client.ts';
import { messageText } from '../support/aws-protocol/bedrock/converse-request.ts';
import { serveConverse, TOKENS_A_CALL } from '../support/aws-protocol/bedrock/converse-server.ts';
import { THROTTLED } from '../support/aws-protocol/mishap.ts';
import { readPrompt } from '../support/model/read-prompt.ts';
import { ruleModel } from '../support/model/rule-model.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROW = sampleSessionRow(1, { status: 'RUNNING', expires_at: Math.floor(Date.now() / 1_000) + 3_600 });
const { session_id, execution_id } = ROW;
const COMPANY = { session_id, execution_id, company_name: 'Lanternfish', company_url: 'https://lanternfish.example' };
const SCAN = 'q 595 0 0 842 0 0 cm /Scan Do Q\n';

/** A model that is in the price list: a dollar a million in, five out. */
const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';

const folder = await temporaryFolder('run-cost');
let tests = 0;
let subject: ApiUnderTest;
let services: StepServices;

beforeEach(async () => {
  tests += 1;
  subject = apiUnderTest(join(folder, String(tests)));
  services = subject.services;
  await services.sessions.create(ROW);
});

afterEach(() => subject.close());

/** The services of a deployment with limits, and prices for everything. */
function within(limits: SpendLimits, more: Partial<StepServices> = {}): StepServices {
  return { ...services, ...more, settings: { ...services.settings, limits, prices: LIST_PRICES } };
}

async function status(): Promise<PipelineStatusResponse> {
  return jsonOf<PipelineStatusResponse>(await subject.ask('GET', `/pipeline/${execution_id}`));
}

async function website(prefix = 'work/s-1/website/') {
  return storeManifest(services.artifacts, prefix, {
    sources: [...lanternfishRequest.sources],
    gaps: [],
    requests: {},
  });
}

async function generating() {
  const server = await serveConverse((request) => ({
    text: JSON.stringify(ruleModel(readPrompt(messageText(request)))),
  }));
  const writer = createBedrockWriter({
    client: bedrockClient(server.endpoint),
    settings: { ...settingsWith(), model_id: HAIKU },
  });
  const analysis = await services.artifacts.putOnce(
    'work/s-1/a.json',
    JSON.stringify(emptyAnalysis),
    'application/json',
  );
  const input = {
    ...COMPANY,
    role: null,
    audience: null,
    website: await website(),
    documents: { status: 'none' },
    analysis,
  };
  return { server, writer, input, [Symbol.asyncDispose]: () => server.close() };
}

/** The call of a brief that could take the most, and what the ones before it cost: by a writer that is told of no limit. */
async function largestCall(writer: BriefWriter): Promise<{ readonly most: number; readonly before: number }> {
  const bounds: number[] = [];
  const meter: SpendMeter = {
    book: async (atMost) => {
      bounds.push(estimateCost(atMost, LIST_PRICES, HAIKU).cost_usd);
      return { settle: () => undefined };
    },
  };
  await writer.write({ ...lanternfishRequest, meter });
  const most = Math.max(...bounds);
  const { inputTokens: input_tokens, outputTokens: output_tokens } = TOKENS_A_CALL;
  const { cost_usd } = estimateCost({ input_tokens, output_tokens }, LIST_PRICES, HAIKU);
  return { most, before: bounds.indexOf(most) * cost_usd };
}

describe('a run that a model writes', () => {
  test('tells tokens and dollars in the row, the status and the brief, the same in each', async () => {
    // Prepare
    await using run = await generating();

    // Act
    const output = await createGenerate(within({}, { writer: run.writer }))(run.input);
    const { brief: pointers, degraded } = output as { brief: { json: never }; degraded: boolean };
    await createUpdate(within({}))({ session_id, execution_id, brief: pointers, degraded });

    // Assess
    const tokens = { input_tokens: 4 * TOKENS_A_CALL.inputTokens, output_tokens: 4 * TOKENS_A_CALL.outputTokens };
    const paid = (tokens.input_tokens * 1 + tokens.output_tokens * 5) / 1e6;
    const brief = await loadJson(services.artifacts, pointers.json, Brief);
    const row = await services.sessions.get(session_id);
    expect(brief.usage).toMatchObject({ ...tokens, transitions: TRANSITIONS_OF_A_RUN, unpriced: [] });
    expect(brief.usage.estimated_cost_usd).toBeCloseTo(paid + TRANSITIONS_OF_A_RUN * LIST_PRICES.transition_usd, 6);
    expect(row?.usage).toMatchObject(tokens);
    expect(row?.usage.estimated_cost_usd).toBeGreaterThan(paid);
    expect(await status()).toMatchObject({ status: 'SUCCEEDED', usage: { ...tokens, unpriced: [] } });
    expect((await status()).estimated_cost_usd).toBe((await status()).usage.estimated_cost_usd);
  });

  test('stops before the call that could cost too much, says why and what to do, and has lost nothing it paid for', async () => {
    // Prepare: the limit lies below what the call with the largest upper bound would take.
    await using run = await generating();
    const { most, before } = await largestCall(run.writer);
    const limits = { max_run_cost_usd: before + most - 0.000_1 + TRANSITIONS_OF_A_RUN * LIST_PRICES.transition_usd };
    const step = createGenerate(within(limits, { writer: run.writer }));
    const asked = run.server.calls.length;

    // Act
    const stopped = step(run.input);
    await expect(stopped).rejects.toMatchObject({
      name: 'QuotaExceededError',
      message: expect.stringMatching(
        /may cost \$0\.\d+; it has cost \$0\.\d+, and the next call could cost.*was not made[\s\S]*Raise the limit/,
      ),
    });
    const calls = run.server.calls.length - asked;
    const { usage } = await status();
    await createGenerate(within({ max_run_cost_usd: 5 }, { writer: run.writer }))(run.input);

    // Assess
    expect(calls).toBeGreaterThan(0);
    expect(calls).toBeLessThan(4);
    expect(usage).toMatchObject({ input_tokens: calls * TOKENS_A_CALL.inputTokens });
    expect(usage.estimated_cost_usd).toBeLessThanOrEqual(limits.max_run_cost_usd);
    expect(run.server.calls).toHaveLength(asked + 4);
    expect((await status()).usage).toMatchObject({ input_tokens: 4 * TOKENS_A_CALL.inputTokens });
  });

  test('pays nothing for calls that were throttled, and counts what it did pay when it fails', async () => {
    // Prepare
    await using run = await generating();
    const fine = { kind: 'delay', milliseconds: 0 } as const;
    run.server.mishap(fine, ...Array.from({ length: 12 }, () => THROTTLED));

    // Act
    const failed = createGenerate(within({}, { writer: run.writer }))(run.input);
    await expect(failed).rejects.toMatchObject({ name: 'TransientUpstreamError' });
    await createUpdate(within({}))({
      execution_id,
      failure: { state: 'GenerateBrief', error: 'TransientUpstreamError', cause: '{"errorMessage":"throttled"}' },
    });

    // Assess
    const { status: end, usage, failure } = await status();
    expect(end).toBe('FAILED');
    expect(failure?.error).toContain('TransientUpstreamError');
    expect(usage).toMatchObject({ input_tokens: TOKENS_A_CALL.inputTokens, output_tokens: TOKENS_A_CALL.outputTokens });
    expect((await services.sessions.get(session_id))?.usage).toMatchObject({ input_tokens: TOKENS_A_CALL.inputTokens });
  });
});

describe('a run that may not pay for all of its analysis', () => {
  test('goes on with what was found, and names the rest with the limit as a gap', async () => {
    // Prepare: language is told for a few units; entities, phrases and sentiment no longer fit.
    await using loopback = await comprehendOnLoopback({ known_company: 'Lanternfish' });
    const { sources } = lanternfishRequest;
    const whole = await loopback.analyzer.analyze({ company_name: 'Lanternfish', sources });
    const limit = whole.usage.comprehend_units * LIST_PRICES.comprehend_unit_usd;
    const asked = loopback.server.requests.length;
    const step = createAnalyze(within({ max_run_cost_usd: limit }, { analyzer: loopback.analyzer }));

    // Act
    const output = await step({ ...COMPANY, website: await website(), documents: { status: 'none' } });

    // Assess
    const { pointer, comprehend_units } = output as { pointer: never; comprehend_units: number };
    const { gaps } = JSON.parse(new TextDecoder().decode(await services.artifacts.get(pointer)));
    expect(comprehend_units).toBeLessThanOrEqual(whole.usage.comprehend_units / 2);
    expect(loopback.server.requests.length - asked).toBeLessThan(asked);
    expect(gaps).toEqual([
      expect.objectContaining({
        sought: 'names, key phrases and sentiment of part of the text',
        reason: expect.stringMatching(/The run may cost \$.*of which reading and analysis may use/),
        remedy: expect.stringContaining('maxRunCostUsd'),
        error: 'QuotaExceededError',
      }),
    ]);
    expect((await status()).usage).toMatchObject({ comprehend_units });
  });
});

describe('a run that may not pay for every page of a scan', () => {
  test('reads as many pages as it may pay for, and names the others', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => [{ text: 'A page of the scan says this.', top: 0.1 }]);
    const bytes = Buffer.from(rawPdf([SCAN, SCAN, SCAN, SCAN, SCAN]));
    const pointer = await services.artifacts.putOnce('uploads/o-1/d-1', bytes, 'application/pdf');
    const document_id = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const document = { document_id, purpose: 'other', file_name: 'scan.pdf', ...pointer };
    // Half of it is two pages and the transitions of a run.
    const limits = { max_run_cost_usd: 2 * (2 * LIST_PRICES.textract_page_usd + 12 * LIST_PRICES.transition_usd) };
    const step = createParse(within(limits, { documents: loopback.reader }));

    // Act
    const output = await step({
      session_id,
      execution_id,
      documents: [document],
      deadline_at: new Date(Date.now() + 60_000).toISOString(),
    });

    // Assess
    const { manifest } = output as { manifest: never };
    const { sources } = JSON.parse(new TextDecoder().decode(await services.artifacts.get(manifest)));
    expect(loopback.server.requests).toHaveLength(2);
    expect(sources[0].source.warnings.join(' ')).toMatch(/were not read: pages [\d–, ]+: The run may cost \$0\.00/);
    expect((await status()).usage).toMatchObject({ textract_pages: 2, documents: 1 });
  });
});
