import { afterEach, expect } from '@jest/globals';
import { PRICE_LIST } from '../../../../contracts/cost/price-list.ts';
import type { AnsweredFact } from '../../../../scripts/operate/verify-aws/ask.ts';
import { runVerifyAws } from '../../../../scripts/operate/verify-aws/run-verify-aws.ts';
import type { AccountFacts } from '../../../support/aws-protocol/account/account-facts.ts';
import { serveAccount } from '../../../support/aws-protocol/account/account-server.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../../support/aws-protocol/account/aws-environment.ts';
import type { Operations } from '../../../support/aws-protocol/aws-json-server.ts';
import { ServiceError, serveAwsJson } from '../../../support/aws-protocol/aws-json-server.ts';
import { serveConverse } from '../../../support/aws-protocol/bedrock/converse-server.ts';
import { serveTextract } from '../../../support/aws-protocol/textract/textract-server.ts';
import { Sink } from '../operator-sink.ts';

/** What the services are like, and what is asked of them. */
export interface Given {
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

/** What is closed after a test, newest first. */
export const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Comprehend as its reference describes it, counting code points. */
export const COMPREHEND: Operations = {
  DetectEntities: ({ Text }: { Text: string }) => {
    const [before = ''] = Text.split('Seattle');
    const begin = [...before].length;
    return { Entities: [{ Text: 'Seattle', Type: 'LOCATION', Score: 0.99, BeginOffset: begin, EndOffset: begin + 7 }] };
  },
  BatchDetectDominantLanguage: () => ({ ResultList: [{ Index: 0, Languages: [] }], ErrorList: [] }),
};

/** Runs the command on services on loopback. */
export async function verify(flags: readonly string[], given: Given = {}) {
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
export async function answerTo(id: string, given: Given = {}, flags: readonly string[] = []) {
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

/** Prices as assumed. */
export const PRICES: AccountFacts['prices'] = {
  AmazonStates: [['EU-StateTransition', '$0.000025 per state transition', String(PRICE_LIST.transition_usd)]],
  comprehend: [['DetectEntities', '$0.0001 per unit', String(PRICE_LIST.comprehend_unit_usd)]],
  AmazonTextract: [['USE1-SyncDetectDocumentText', '$0.0015 per page', String(PRICE_LIST.textract_page_usd)]],
};

/** Metrics as assumed. */
export const METRICS: AccountFacts['metrics'] = {
  'AWS/ApiGateway': ['4xx', '5xx', 'Count', 'IntegrationLatency', 'Latency'],
  'InterviewPipeline/interview-pipeline-dev': ['ComprehendUnits', 'InputTokens', 'OutputTokens'],
};

/** An operation that the service throttles. */
export function throttling(name: string): () => never {
  return () => {
    throw new ServiceError(name, 'Rate exceeded');
  };
}
