import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PRICE_LIST } from '../../../contracts/cost/price-list.ts';
import type { AnsweredFact } from '../../../scripts/operate/verify-aws/ask.ts';
import { FACTS } from '../../../scripts/operate/verify-aws/facts.ts';
import { runVerifyAws } from '../../../scripts/operate/verify-aws/run-verify-aws.ts';
import type { AccountFacts } from '../../support/aws-protocol/account/account-facts.ts';
import { quota } from '../../support/aws-protocol/account/account-facts.ts';
import { serveAccount } from '../../support/aws-protocol/account/account-server.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../support/aws-protocol/account/aws-environment.ts';
import type { Operations } from '../../support/aws-protocol/aws-json-server.ts';
import { ServiceError, serveAwsJson } from '../../support/aws-protocol/aws-json-server.ts';
import { serveConverse } from '../../support/aws-protocol/bedrock/converse-server.ts';
import { serveTextract } from '../../support/aws-protocol/textract/textract-server.ts';
import { Sink } from './operator-sink.ts';

/** What the services are like, and what is asked of them. */
interface Given {
  readonly facts?: Partial<AccountFacts>;
  readonly denied?: readonly string[];
  readonly comprehend?: Operations;
  /** Whether the model refuses the form of every request. */
  readonly refuses?: boolean;
  /** Largest picture that Textract takes, in bytes. */
  readonly picture_bytes?: number;
  readonly settings?: Readonly<Record<string, string>>;
  readonly credentials?: Readonly<Record<string, string>>;
}

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Comprehend as its reference describes it, counting code points. */
const COMPREHEND: Operations = {
  DetectEntities: ({ Text }: { Text: string }) => {
    const [before = ''] = Text.split('Seattle');
    const begin = [...before].length;
    return { Entities: [{ Text: 'Seattle', Type: 'LOCATION', Score: 0.99, BeginOffset: begin, EndOffset: begin + 7 }] };
  },
  BatchDetectDominantLanguage: () => ({ ResultList: [{ Index: 0, Languages: [] }], ErrorList: [] }),
};

/** Runs the command on services on loopback. */
async function verify(flags: readonly string[], given: Given = {}) {
  const {
    facts,
    denied,
    comprehend = COMPREHEND,
    refuses = false,
    picture_bytes = 10_485_760,
    settings = {},
    credentials = MADE_UP_CREDENTIALS,
  } = given;
  const [account, bedrock, text, textract] = await Promise.all([
    serveAccount(facts, denied),
    serveConverse((request) => ({ text: request.toolConfig === undefined ? 'OK' : '{"ok": true}' })),
    serveAwsJson({ target: 'Comprehend_20171127', signing_name: 'comprehend' }, comprehend),
    serveTextract((bytes) => {
      if (bytes.length > picture_bytes) throw new ServiceError('DocumentTooLargeException', 'too large');
      return [];
    }),
  ]);
  if (refuses)
    bedrock.mishap({ kind: 'error', status: 400, type: 'ValidationException', message: 'not supported by this model' });
  closing.push(account.close, bedrock.close, text.close, textract.close);
  closing.push(
    replaceAwsVariables({
      ...account.variables,
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
      AWS_ENDPOINT_URL_COMPREHEND: text.endpoint,
      AWS_ENDPOINT_URL_TEXTRACT: textract.endpoint,
      ...credentials,
    }),
  );
  const [out, err] = [new Sink(), new Sink()];
  const exitCode = await runVerifyAws(flags, { out, err }, { root: process.cwd(), variables: settings });
  return { exitCode, out: out.text, err: err.text, account, bedrock };
}

/** The answer to one fact. */
async function answerTo(id: string, given: Given = {}, flags: readonly string[] = []) {
  const { exitCode, out } = await verify(['--only', id, '--json', '--paid', ...flags], given);
  const { facts } = JSON.parse(out) as { facts: readonly AnsweredFact[] };
  expect(facts).toHaveLength(1);
  return {
    exitCode,
    verdict: facts[0]?.answer.verdict,
    found: facts[0]?.answer.found,
    change: facts[0]?.answer.change,
  };
}

const PRICES: AccountFacts['prices'] = {
  AmazonStates: [['EU-StateTransition', '$0.000025 per state transition', String(PRICE_LIST.transition_usd)]],
  comprehend: [['DetectEntities', '$0.0001 per unit', String(PRICE_LIST.comprehend_unit_usd)]],
  AmazonTextract: [['USE1-SyncDetectDocumentText', '$0.0015 per page', String(PRICE_LIST.textract_page_usd)]],
};

const METRICS: AccountFacts['metrics'] = {
  'AWS/ApiGateway': ['4xx', '5xx', 'Count', 'IntegrationLatency', 'Latency'],
  'InterviewPipeline/interview-pipeline-dev': ['ComprehendUnits', 'InputTokens', 'OutputTokens'],
};

describe('without --paid', () => {
  it('asks what costs nothing, and says of the rest what it would cost', async () => {
    // Act
    const { exitCode, out, bedrock } = await verify([], { facts: { prices: PRICES, metrics: METRICS } });

    // Assess
    expect(exitCode).toBe(0);
    expect(bedrock.requests()).toBe(0);
    for (const { id } of FACTS) expect(out).toMatch(new RegExp(`^(confirmed|different|unknown) +${id} `, 'm'));
    expect(out).toMatch(
      /^unknown +comprehend-throttle .*\n {4}not asked: it costs \$0\.03\n {4}What to do: Ask with --paid\./m,
    );
    expect(out).toContain('0 different');
  });
});

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

describe('what was given', () => {
  it('without credentials ends with 5', async () => {
    // Act
    const { exitCode, err } = await verify([], { credentials: {} });

    // Assess
    expect(exitCode).toBe(5);
    expect(err).toContain('What to do:');
  });

  it.each([
    [['--only', 'nothing'], 'must be one of stack-accepted'],
    [['--url', 'somewhere'], 'must be an http or https address'],
  ])('ends with 2 when it is wrong: %j', async (flags, complaint) => {
    // Act
    const { exitCode, err } = await verify(flags);

    // Assess
    expect(exitCode).toBe(2);
    expect(err).toContain(complaint);
  });
});

it('names files that are there', () => {
  const files = FACTS.flatMap(({ configured }) => configured.split(', ')).filter((name) => /\.ts$/.test(name));
  for (const file of files) expect(readFileSync(file, 'utf8')).not.toBe('');
});

/** An operation that the service throttles. */
function throttling(name: string): () => never {
  return () => {
    throw new ServiceError(name, 'Rate exceeded');
  };
}
