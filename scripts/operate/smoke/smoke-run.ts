import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  Brief,
  GivenDocument,
  PipelineStatusResponse,
  Source,
  StartPipelineBody,
} from '../../../contracts/index.ts';
import {
  Brief as BriefSchema,
  ConfigurationError,
  HealthResponse,
  StartPipelineResponse,
} from '../../../contracts/index.ts';
import type { ApiClient } from './api-client.ts';
import { parseAnswer } from './api-client.ts';
import type { CheckedQuote, SourceText } from './check-quotes.ts';
import { checkQuotes } from './check-quotes.ts';
import { followRun } from './follow-run.ts';
import { forgetRun } from './forget-run.ts';
import type { SmokeDocument } from './given-documents.ts';
import { upload } from './given-documents.ts';
import { judgeQuotes } from './judge-quotes.ts';
import type { Through } from './step-log.ts';
import { StepLog } from './step-log.ts';

/** What a smoke run does. */
export interface SmokePlan {
  readonly api: ApiClient;
  readonly sign_in: { readonly how: string; readonly required: boolean };
  readonly body: Omit<z.input<typeof StartPipelineBody>, 'documents'>;
  readonly documents: readonly SmokeDocument[];
  /** Gets the texts of the sources. */
  readonly texts: (sources: readonly Source[]) => Promise<ReadonlyMap<string, SourceText>>;
  readonly run_seconds: number;
  /** Whether the run is left where it is in the end. */
  readonly keep: boolean;
  readonly onStep: ConstructorParameters<typeof StepLog>[0];
  /** Told each time that the run stands otherwise. */
  readonly onChange: (run: PipelineStatusResponse) => void;
}

/** What a smoke run came to. */
export interface SmokeResult {
  readonly steps: StepLog['results'];
  readonly execution_id?: string;
  readonly run?: PipelineStatusResponse;
  readonly brief?: Brief;
  readonly quotes?: readonly CheckedQuote[];
}

/** Makes a whole run as a caller would, and looks at everything that comes back. A step that fails ends it; what went wrong is in the steps. */
export async function smoke(plan: SmokePlan): Promise<SmokeResult> {
  const log = new StepLog(plan.onStep);
  const steps = log.results;
  const ready = (await log.make('health', () => health(plan))) && (await log.make('sign-in', () => signedIn(plan)));
  const documents = ready && (await log.make('documents', () => uploadAll(plan)));
  const execution_id = documents && (await log.make('start', () => start(plan, documents)));
  if (!execution_id) return { steps };
  const run = await log.make('run', () => follow(plan, execution_id));
  const brief = run && (await log.make('brief', () => getBrief(plan, execution_id)));
  const quotes = brief && (await log.make('quotes', () => holdQuotes(plan, brief)));
  if (!plan.keep && !log.failed) await log.make('delete', () => forget(plan, execution_id));
  return { steps, execution_id, ...(run && { run }), ...(brief && { brief }), ...(quotes && { quotes }) };
}

async function health({ api }: SmokePlan): Promise<Through<true>> {
  parseAnswer(HealthResponse, await api.send({ method: 'GET', path: '/health' }), 'The answer to GET /health');
  return { value: true, message: 'the API answers' };
}

/** Who signs in gets an answer, who does not gets none. */
async function signedIn({ api, sign_in: { how, required } }: SmokePlan): Promise<Through<true>> {
  const listing = { method: 'GET', path: '/pipeline' } as const;
  await api.send(listing);
  const status = required ? await api.unsigned(listing) : 401;
  if (status === 401 || status === 403)
    return { value: true, message: required ? `${how}; refused without (${status})` : how };
  return {
    value: true,
    message: `${how}, but the same request without it was answered with ${status}: anybody may call.`,
    amiss: { status: 'failed', remedy: 'Set authorizer in deploy/<environment>.json to iam or jwt, and deploy.' },
  };
}

async function uploadAll({ api, documents }: SmokePlan): Promise<Through<GivenDocument[]>> {
  const uploaded = await Promise.all(documents.map((document) => upload(api, document)));
  return { value: uploaded, message: `${uploaded.length} uploaded` };
}

/** Sends the start twice under one key, as a client does whose answer was lost. */
async function start({ api, body }: SmokePlan, documents: GivenDocument[]): Promise<Through<string>> {
  const headers = { 'idempotency-key': `smoke-${randomUUID()}` };
  const request = { method: 'POST', path: '/pipeline', headers, body: { ...body, documents } } as const;
  const what = 'The answer to POST /pipeline';
  const { execution_id } = parseAnswer(StartPipelineResponse, await api.send(request), what);
  const again = parseAnswer(StartPipelineResponse, await api.send(request), what);
  if (again.execution_id === execution_id)
    return { value: execution_id, message: `${execution_id}; the same under the same key` };
  return {
    value: execution_id,
    message: `The same request under the same Idempotency-Key started two runs: ${execution_id} and ${again.execution_id}.`,
    amiss: {
      status: 'failed',
      remedy: `Delete the second one: DELETE /pipeline/${again.execution_id}. Then report this.`,
    },
  };
}

async function follow(plan: SmokePlan, execution_id: string): Promise<Through<PipelineStatusResponse>> {
  const { run, polls, unchanged } = await followRun(plan.api, execution_id, plan.run_seconds, plan.onChange);
  if (run.status !== 'SUCCEEDED') {
    const { failure } = run;
    throw new ConfigurationError(
      failure === undefined
        ? `The run ended as ${run.status}.`
        : `The run ended as ${run.status} in ${failure.state}: ${failure.error}: ${failure.cause}`,
      { remedy: failure?.remedy ?? `Look at GET /pipeline/${execution_id}, and at docs/runbook.md.` },
    );
  }
  const message = `SUCCEEDED${run.degraded ? ', degraded' : ''}, seen by ${polls} requests (${unchanged} times 304)`;
  if (!run.degraded) return { value: run, message };
  return {
    value: run,
    message,
    amiss: { status: 'warning', remedy: 'The gaps of the brief say what could not be read.' },
  };
}

/** The brief in its three forms, which are to agree on which run they are of. */
async function getBrief({ api }: SmokePlan, execution_id: string): Promise<Through<Brief>> {
  const path = `/pipeline/${execution_id}/brief`;
  const form = (accept: string) => api.send({ method: 'GET', path, headers: { accept } });
  const [json, markdown, html] = await Promise.all(['application/json', 'text/markdown', 'text/html'].map(form));
  if (json === undefined || markdown === undefined || html === undefined)
    throw new TypeError('Three forms were asked for.');
  const brief = parseAnswer(BriefSchema, json, 'The brief');
  if (brief.execution_id !== execution_id || !html.text.includes('<html') || !markdown.text.startsWith('# '))
    throw new ConfigurationError('The three forms of the brief are not of this run, or not in their form.');
  const claims = brief.sections.flatMap((section) => section.claims).length;
  return {
    value: brief,
    message: `${claims} claims in ${brief.sections.length} sections from ${brief.sources.length} sources, as JSON, Markdown and HTML`,
  };
}

async function holdQuotes({ texts }: SmokePlan, brief: Brief): Promise<Through<readonly CheckedQuote[]>> {
  const got = await texts(brief.sources);
  const quotes = checkQuotes(brief, got);
  return { value: quotes, ...judgeQuotes(quotes, got) };
}

async function forget({ api }: SmokePlan, execution_id: string): Promise<Through<true>> {
  await forgetRun(api, execution_id);
  return { value: true, message: 'forgotten: row, texts, brief and documents' };
}
