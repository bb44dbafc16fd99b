import { setTimeout as sleep } from 'node:timers/promises';
import { PipelineError, TransientUpstreamError } from '../../../contracts/index.ts';
import type { ModelAnswer, ModelRequest, ModelTransport } from '../model/model-transport.ts';
import type { LimitField } from './chat-completion.ts';
import { chatAnswer, chatRequest } from './chat-completion.ts';
import type { ChatFailure } from './chat-errors.ts';
import { chatError, isTooLong } from './chat-errors.ts';
import type { OpenAiSettings } from './openai-settings.ts';

/** Attempts of one call: a hiccup is covered here, longer outages are the state machine's to wait out. */
const MAX_ATTEMPTS = 2;

/** The wait before the second attempt, in milliseconds. */
const RETRY_AFTER_MS = 1_000;

/** Longest answer that is read, in bytes: a hundred times what the sections of a call take. */
const MAX_ANSWER_BYTES = 4_000_000;

/** How an endpoint says that it wants the newer name of the field. */
const WANTS_NEWER_FIELD = /max_completion_tokens/;

/** Makes the way to a model behind an OpenAI-compatible endpoint, by its chat completions. */
export function createChatTransport(settings: OpenAiSettings): ModelTransport {
  let limitField: LimitField = 'max_tokens';
  const complete = async (request: ModelRequest): Promise<ModelAnswer> => {
    const asked = limitField;
    const outcome = await attempts(settings, request, asked);
    if (!isFailure(outcome)) return outcome;
    if (isTooLong(outcome)) return tooLong();
    if (asked === 'max_tokens' && outcome.status === 400 && WANTS_NEWER_FIELD.test(outcome.body)) {
      limitField = 'max_completion_tokens';
      return complete(request);
    }
    throw chatError(outcome, endpointOf(settings));
  };
  return { name: 'openai', model: settings.model, setup: { base_url: settings.base_url }, complete };
}

/** Tries again what passes: an error of the network, 408, 429 and 5xx. */
async function attempts(
  settings: OpenAiSettings,
  request: ModelRequest,
  limitField: LimitField,
): Promise<ModelAnswer | ChatFailure> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === MAX_ATTEMPTS;
    try {
      const outcome = await post(settings, request, limitField);
      if (last || !isFailure(outcome) || chatError(outcome, '').name !== 'TransientUpstreamError') return outcome;
    } catch (error) {
      if (last || request.signal.aborted) throw unreachable(error, settings, request);
    }
    await sleep(RETRY_AFTER_MS, undefined, { signal: request.signal }).catch((error: unknown) => {
      throw unreachable(error, settings, request);
    });
  }
}

async function post(
  { base_url, api_key, model }: OpenAiSettings,
  request: ModelRequest,
  limitField: LimitField,
): Promise<ModelAnswer | ChatFailure> {
  const started = performance.now();
  const response = await fetch(`${base_url}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(api_key === null ? {} : { authorization: `Bearer ${api_key}` }),
    },
    body: JSON.stringify(chatRequest(request, model, limitField)),
    signal: request.signal,
    // A redirect would take the key and the sources to an address that nobody chose.
    redirect: 'manual',
  });
  const body = await readBody(response);
  if (response.status !== 200) return { status: response.status, body };
  const answer = chatAnswer(JSON.parse(body), Math.round(performance.now() - started));
  return answer ?? { status: 502, body: `no chat completion: ${body}` };
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw new RangeError(`The answer has more than ${MAX_ANSWER_BYTES} bytes.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unreachable(error: unknown, settings: OpenAiSettings, { signal }: ModelRequest): unknown {
  if (error instanceof PipelineError) return error;
  const endpoint = endpointOf(settings);
  if (signal.aborted) return new TransientUpstreamError(`${endpoint} did not answer in time.`, { cause: error });
  return new TransientUpstreamError(`${endpoint} gave no answer: ${reasonOf(error)}`, {
    cause: error,
    remedy: `See that the server at ${endpoint} runs and run it again; with --continue ID finished steps are not repeated.`,
  });
}

/** fetch says "fetch failed" and keeps the reason in the cause, sometimes as a code alone. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}

function endpointOf({ base_url }: OpenAiSettings): string {
  return new URL(base_url).origin;
}

function isFailure(outcome: ModelAnswer | ChatFailure): outcome is ChatFailure {
  return 'status' in outcome;
}

function tooLong(): ModelAnswer {
  return { text: '', stop: 'input_too_long', usage: { input_tokens: 0, output_tokens: 0, latency_ms: 0 } };
}
