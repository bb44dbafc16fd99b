import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHandler as createAnalyze } from '../../handlers/analyze-with-comprehend.ts';
import type { Handler } from '../../handlers/define-handler.ts';
import { createHandler as createGenerate } from '../../handlers/generate-brief.ts';
import { createHandler as createParse } from '../../handlers/parse-documents.ts';
import { createBedrockWriter } from '../../services/brief/bedrock/bedrock-writer.ts';
import type { StepServices } from '../../services/services.ts';
import { storeManifest } from '../../services/sources/manifest-store.ts';
import { sampleSessionRow } from '../conformance/session-row.ts';
import { emptyAnalysis, lanternfishRequest } from '../fixtures/brief/lanternfish.ts';
import { comprehendOnLoopback } from '../services/analysis/comprehend/comprehend-on-loopback.ts';
import { rawPdf } from '../services/documents/raw-pdf.ts';
import { textractOnLoopback } from '../services/documents/scans/textract-on-loopback.ts';
import { bedrockClient, settingsWith } from '../support/aws-protocol/bedrock/bedrock-client.ts';
import { messageText } from '../support/aws-protocol/bedrock/converse-request.ts';
import type { ModelReply } from '../support/aws-protocol/bedrock/converse-server.ts';
import { serveConverse, TOKENS_A_CALL } from '../support/aws-protocol/bedrock/converse-server.ts';
import type { Mishap } from '../support/aws-protocol/mishap.ts';
import { BROKEN } from '../support/aws-protocol/mishap.ts';
import { readPrompt } from '../support/model/read-prompt.ts';
import { ruleModel } from '../support/model/rule-model.ts';
import type { StepServicesUnderTest } from '../support/step-services.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const RUN = { session_id: 's-1', execution_id: 's-1-1' };
const COMPANY = { company_name: 'Lanternfish', company_url: 'https://lanternfish.example' };
const SCAN = 'q 595 0 0 842 0 0 cm /Scan Do Q\n';

/** No mishap: the request is answered at once. */
const FINE: Mishap = { kind: 'delay', milliseconds: 0 };
const HANG: Mishap = { kind: 'hang' };

const folder = await temporaryFolder('paid-once');
let tests = 0;
let subject: StepServicesUnderTest;
let services: StepServices;

beforeEach(async () => {
  tests += 1;
  subject = stepServices(join(folder, String(tests)));
  services = subject.services;
  const expires_at = Math.floor(Date.now() / 1_000) + 3_600;
  await services.sessions.create(sampleSessionRow(1, { ...RUN, status: 'RUNNING', expires_at }));
});

afterEach(() => subject.close());

/** How many answers of a service are kept. */
async function kept(service: string): Promise<number> {
  return (await services.artifacts.list(`work/${RUN.session_id}/paid/${service}/`)).length;
}

/** Calls a step, and stops it when as many answers are kept: what happens when its time is up in the middle of the next call. */
async function stopAfter(step: Handler, input: object, service: string, answers: number): Promise<void> {
  const stop = new AbortController();
  const stopped = expect(step(input, { signal: stop.signal })).rejects.toThrow();
  while ((await kept(service)) < answers) await sleep(5);
  stop.abort();
  await stopped;
}

describe('GenerateBrief that did not finish', () => {
  async function generating(reply = (text: string, _call: number): ModelReply => ({ text })) {
    const server = await serveConverse((request, call) =>
      reply(JSON.stringify(ruleModel(readPrompt(messageText(request)))), call),
    );
    const settings = settingsWith();
    const step = createGenerate({
      ...services,
      writer: createBedrockWriter({ client: bedrockClient(server.endpoint), settings }),
    });
    const { artifacts } = services;
    const { sources } = lanternfishRequest;
    const input = {
      ...RUN,
      ...COMPANY,
      role: null,
      audience: null,
      website: await storeManifest(artifacts, 'work/s-1/website/', { sources: [...sources], gaps: [], requests: {} }),
      documents: { status: 'none' },
      analysis: await artifacts.putOnce('work/s-1/analysis.json', JSON.stringify(emptyAnalysis), 'application/json'),
    };
    return { server, step, input, [Symbol.asyncDispose]: () => server.close() };
  }

  test('asks the model for the two groups of four that are missing, and counts all four once', async () => {
    // Prepare
    await using run = await generating();
    run.server.mishap(FINE, FINE, BROKEN, BROKEN);
    await expect(run.step(run.input)).rejects.toMatchObject({ name: 'TransientUpstreamError' });
    expect(run.server.calls).toHaveLength(2);

    // Act
    const output = await run.step(run.input);

    // Assess
    expect(run.server.calls).toHaveLength(4);
    expect(new Set(run.server.calls.map(({ request }) => messageText(request))).size).toBe(4);
    expect(output).toMatchObject({
      input_tokens: 4 * TOKENS_A_CALL.inputTokens,
      output_tokens: 4 * TOKENS_A_CALL.outputTokens,
    });
  });

  test('asks for what is missing after its time was up in the middle of a call', async () => {
    // Prepare
    await using run = await generating();
    run.server.mishap(FINE, FINE, FINE, HANG);
    await stopAfter(run.step, run.input, 'bedrock', 3);

    // Act
    await run.step(run.input);

    // Assess
    expect(run.server.calls).toHaveLength(4);
  });

  test('keeps an answer together with the repair that made it usable, and both are counted', async () => {
    // Prepare
    await using run = await generating((text, call) => ({ text: call === 0 ? 'no JSON' : text }));
    run.server.mishap(FINE, FINE, BROKEN, BROKEN);
    await expect(run.step(run.input)).rejects.toMatchObject({ name: 'TransientUpstreamError' });

    // Act
    const output = await run.step(run.input);

    // Assess
    expect(run.server.calls).toHaveLength(5);
    expect(output).toMatchObject({ input_tokens: 5 * TOKENS_A_CALL.inputTokens });
  });

  test('keeps an answer that got too long, whose halves are asked for', async () => {
    // Prepare
    await using run = await generating((text, call) =>
      call === 0 ? { text: '', stopReason: 'max_tokens' } : { text },
    );
    run.server.mishap(FINE, FINE, BROKEN, BROKEN);
    await expect(run.step(run.input)).rejects.toMatchObject({ name: 'TransientUpstreamError' });

    // Act
    const output = await run.step(run.input);

    // Assess
    expect(run.server.calls).toHaveLength(6);
    expect(output).toMatchObject({ input_tokens: 6 * TOKENS_A_CALL.inputTokens });
  });

  test.each([
    ['a refusal', { text: '', stopReason: 'refusal' }, 'ModelRefusedError', 1],
    [
      'what the guardrail stopped',
      { text: 'Blocked.', stopReason: 'guardrail_intervened' },
      'GuardrailBlockedError',
      1,
    ],
    ['what is no answer, also after a repair', { text: 'no JSON' }, 'ModelOutputInvalidError', 2],
  ])('asks anew instead of finding %s again', async (_, reply, name, unusable) => {
    // Prepare
    await using run = await generating((text, call) => (call < unusable ? reply : { text }));
    await expect(run.step(run.input)).rejects.toMatchObject({ name });

    // Act
    const output = await run.step(run.input);

    // Assess
    expect(output).toMatchObject({ input_tokens: (unusable + 4) * TOKENS_A_CALL.inputTokens });
    expect(run.server.calls).toHaveLength(unusable + 4);
  });
});

describe('AnalyzeWithComprehend that did not finish', () => {
  test('sends only the batch that was not answered, and counts all units once', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback({ known_company: 'Lanternfish' });
    const step = createAnalyze({ ...services, analyzer: loopback.analyzer });
    const { sources } = lanternfishRequest;
    const manifest = { sources: [...sources], gaps: [], requests: {} };
    const website = await storeManifest(services.artifacts, 'work/s-1/website/', manifest);
    const input = { ...RUN, ...COMPANY, website, documents: { status: 'none' } };
    loopback.server.mishap('BatchDetectSentiment', HANG);
    await stopAfter(step, input, 'comprehend', 3);

    // Act
    const output = await step(input);

    // Assess
    const asked = Object.groupBy(loopback.server.requests, ({ operation }) => operation);
    const counts = Object.fromEntries(Object.entries(asked).map(([name, requests]) => [name, requests?.length]));
    const whole = await loopback.analyzer.analyze({ company_name: 'Lanternfish', sources });
    expect(counts).toEqual({
      BatchDetectDominantLanguage: 1,
      BatchDetectEntities: 1,
      BatchDetectKeyPhrases: 1,
      BatchDetectSentiment: 2,
    });
    expect(output).toMatchObject({ comprehend_units: whole.usage.comprehend_units });
  });
});

describe('ParseDocuments that did not finish', () => {
  test('gives text recognition only the pages that were not read', async () => {
    // Prepare
    let recognized = 0;
    await using loopback = await textractOnLoopback(() => {
      recognized += 1;
      return [{ text: 'A page of the scan says this.', top: 0.1 }];
    });
    const step = createParse({ ...services, documents: loopback.reader });
    const bytes = Buffer.from(rawPdf([SCAN, SCAN, SCAN, SCAN, SCAN]));
    const pointer = await services.artifacts.putOnce('uploads/o-1/d-1', bytes, 'application/pdf');
    const document_id = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const document = { document_id, purpose: 'other', file_name: 'scan.pdf', ...pointer };
    const input = { ...RUN, documents: [document], deadline_at: new Date(Date.now() + 60_000).toISOString() };
    loopback.server.mishap('DetectDocumentText', FINE, HANG, FINE, HANG, FINE);
    await stopAfter(step, input, 'textract', 3);

    // Act
    const output = await step(input);

    // Assess
    expect(recognized).toBe(5);
    expect(loopback.server.requests).toHaveLength(5 + 2);
    expect(output).toMatchObject({ source_count: 1, gap_count: 0 });
  });
});
