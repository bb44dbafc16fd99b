import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { quota } from '../../../support/aws-protocol/account/account-facts.ts';
import type { Given } from './verify-on-loopback.ts';
import { answerTo, COMPREHEND, closing, METRICS, PRICES, throttling, verify } from './verify-on-loopback.ts';

describe('each fact', () => {
  it.each<[string, Given]>([
    ['stack-accepted', {}],
    ['run-succeeds', {}],
    ['log-destination', {}],
    ['api-metrics', { facts: { metrics: METRICS } }],
    ['usage-metrics', { facts: { metrics: METRICS } }],
    ['quota-names', {}],
    ['model-available', {}],
    [
      'guardrail-tier',
      {
        facts: { guardrail: { status: 'READY', pii: 'NONE', tier: 'STANDARD', crosses: true } },
        settings: { DEPLOY_MODEL_GUARDRAIL: '{"id": "gr1", "version": "1"}' },
      },
    ],
    ['prices', { facts: { prices: PRICES } }],
    ['sampling-refused', { refuses: true }],
    ['schema-refused', { refuses: true }],
    ['thinking-off', {}],
    ['tool-forced', {}],
    ['comprehend-offsets', {}],
    ['textract-size', {}],
    [
      'comprehend-throttle',
      { comprehend: { ...COMPREHEND, BatchDetectDominantLanguage: throttling('ThrottlingException') } },
    ],
  ])('%s is confirmed by an account that is as assumed', async (id, given) => {
    // Act
    const { exitCode, verdict, change } = await answerTo(id, given);

    // Assess
    expect({ exitCode, verdict, change }).toEqual({ exitCode: 0, verdict: 'confirmed', change: undefined });
  });

  it.each<[string, Given, RegExp]>([
    ['log-destination', { facts: { log_suffix: '' } }, /state-machine\.ts/],
    ['api-metrics', { facts: { metrics: { 'AWS/ApiGateway': ['5XXError', 'Latency'] } } }, /metrics\.ts/],
    [
      'usage-metrics',
      { facts: { metrics: { 'InterviewPipeline/interview-pipeline-dev': ['InputTokens'] } } },
      /usage-metrics\.ts/,
    ],
    [
      'quota-names',
      { facts: { quotas: { comprehend: [quota('Active jobs', 10)], textract: [quota('Pages', 10)] } } },
      /quotas\.ts/,
    ],
    [
      'model-available',
      { facts: { model: { name: 'M', types: [], authorized: 'NOT_AUTHORIZED' } } },
      /Bedrock console/,
    ],
    [
      'guardrail-tier',
      {
        facts: { guardrail: { status: 'READY', pii: 'NONE', tier: 'STANDARD', crosses: false } },
        settings: { DEPLOY_MODEL_GUARDRAIL: '{"id": "gr1", "version": "1"}' },
      },
      /Nothing has to change/,
    ],
    [
      'prices',
      {
        facts: { prices: { ...PRICES, AmazonTextract: [['USE1-SyncDetectDocumentText', '$0.002 per page', '0.002']] } },
      },
      /price-list\.ts/,
    ],
    ['sampling-refused', {}, /BEDROCK_INFERENCE_PARAMETERS/],
    ['thinking-off', { refuses: true }, /BEDROCK_ADDITIONAL_FIELDS/],
    ['tool-forced', { refuses: true }, /BEDROCK_STRUCTURED_OUTPUT/],
    ['schema-refused', {}, /json_schema/],
    [
      'comprehend-offsets',
      {
        comprehend: {
          ...COMPREHEND,
          DetectEntities: () => ({ Entities: [{ Text: 'Seattle', BeginOffset: 99, EndOffset: 106 }] }),
        },
      },
      /anchor\.ts/,
    ],
    ['textract-size', { picture_bytes: 5_242_880 }, /MAX_PAGE_BYTES/],
    [
      'comprehend-throttle',
      { comprehend: { ...COMPREHEND, BatchDetectDominantLanguage: throttling('RateLimitedException') } },
      /common\.ts/,
    ],
  ])(
    '%s is different in an account that is otherwise, with what to change and exit code 4',
    async (id, given, change) => {
      // Act
      const answer = await answerTo(id, given);

      // Assess
      expect(answer).toMatchObject({ exitCode: 4, verdict: 'different' });
      expect(answer.change).toMatch(change);
    },
  );

  it.each<[string, Given, RegExp]>([
    ['stack-accepted', { facts: { state_machine: null } }, /Deploy the stack/],
    ['run-succeeds', { facts: { succeeded: [] } }, /npm run smoke/],
    ['api-metrics', {}, /npm run smoke/],
    ['guardrail-tier', {}, /model\.guardrail/],
    ['prices', { facts: { prices: {} } }, /by eye/],
    ['model-prices', {}, /Marketplace/],
    ['token-burndown', {}, /user guide/],
    ['comprehend-throttle', {}, /CloudTrail/],
    ['preflight', {}, /--url/],
    [
      'model-available',
      { denied: ['bedrock:GetFoundationModelAvailability'] },
      /Allow bedrock:GetFoundationModelAvailability on foundation-model\/anthropic/,
    ],
  ])('%s cannot be told when there is nothing to see, and says what would help', async (id, given, change) => {
    // Act
    const answer = await answerTo(id, given);

    // Assess
    expect(answer).toMatchObject({ exitCode: 0, verdict: 'unknown' });
    expect(answer.change).toMatch(change);
  });

  it('is asked of a model with the parameters that are in question', async () => {
    // Act
    const { bedrock } = await verify([
      '--paid',
      '--only',
      'sampling-refused',
      '--only',
      'thinking-off',
      '--only',
      'tool-forced',
      '--only',
      'schema-refused',
    ]);

    // Assess
    const requests = bedrock.calls.map(({ request }) => request);
    expect(
      requests.map(({ inferenceConfig }) => inferenceConfig.temperature).filter((each) => each !== undefined),
    ).toEqual([0.5]);
    expect(requests.flatMap(({ additionalModelRequestFields: fields }) => fields ?? [])).toEqual([
      { thinking: { type: 'disabled' } },
    ]);
    expect(requests.filter(({ toolConfig }) => toolConfig !== undefined)).toHaveLength(1);
    expect(requests.filter(({ outputConfig }) => outputConfig !== undefined)).toHaveLength(1);
  });

  it('asks for the preflight of a web origin at the address that was given', async () => {
    // Prepare
    const gateway = createServer(({ method, headers }, response) =>
      response
        .writeHead(method === 'OPTIONS' ? 204 : 404, { 'access-control-allow-origin': headers.origin ?? '' })
        .end(),
    ).listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    closing.push(() => gateway.close());
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;

    // Act
    const answer = await answerTo('preflight', { settings: { DEPLOY_CORS_ORIGINS: '["https://app.example"]' } }, [
      '--url',
      url,
    ]);

    // Assess
    expect(answer).toMatchObject({
      exitCode: 0,
      verdict: 'confirmed',
      found: 'the preflight of https://app.example is answered with 204',
    });
  });
});
