import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { ConfigurationError, TransientUpstreamError } from '../../../contracts/index.ts';
import { apiError } from './api-error.ts';
import type { ApiAnswer, ApiRequest } from './api-messages.ts';
import type { Authorize } from './authorize.ts';
import { DEFAULT_PAUSE_MS, MAX_PAUSE_MS, MAX_SENDS, REQUEST_TIMEOUT_MS } from './limits.ts';

/** The API as a caller sees it. */
export interface ApiClient {
  /** Sends a request, again when the answer asks for it; every route may be repeated. Throws declared errors for anything but success and 304. */
  send(request: ApiRequest): Promise<ApiAnswer>;
  /** Sends it once without signing in, and gives the status. */
  unsigned(request: ApiRequest): Promise<number>;
}

/** Makes a client of the API at an address. */
export function createApiClient(base: URL, authorize: Authorize): ApiClient {
  return {
    send: async (request) => {
      for (let sends = 1; ; sends += 1) {
        const answer = await sendOnce(base, request, authorize);
        if (answer.status < 400) return answer;
        const isPassing = answer.status === 429 || (answer.status >= 502 && answer.status <= 504);
        if (!isPassing || sends === MAX_SENDS) throw apiError(request, answer);
        await sleep(pauseOf(answer.headers));
      }
    },
    unsigned: async (request) => (await sendOnce(base, request, async ({ headers }) => headers)).status,
  };
}

/** Milliseconds after which an answer asks to come again. */
export function pauseOf(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(seconds * 1_000, MAX_PAUSE_MS) : DEFAULT_PAUSE_MS;
}

/** Reads an answer by its contract. Throws `ConfigurationError` that names what is not as agreed. */
export function parseAnswer<Schema extends z.ZodType>(
  schema: Schema,
  { text }: ApiAnswer,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(jsonOf(text, what));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw disagreement(`${what} does not keep to the contract (${issues.join('; ')}).`);
}

async function sendOnce(
  base: URL,
  { method, path, headers = {}, body }: ApiRequest,
  authorize: Authorize,
): Promise<ApiAnswer> {
  const url = new URL(`${base.pathname.replace(/\/$/, '')}${path}`, base);
  const json = body === undefined ? undefined : JSON.stringify(body);
  const plain = { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers };
  const { host: _sentAnyway, ...signed } = await authorize({
    method,
    url,
    headers: plain,
    ...(json === undefined ? {} : { body: json }),
  });
  try {
    const response = await fetch(url, {
      method,
      headers: signed,
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...(json === undefined ? {} : { body: json }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    const why = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    throw new TransientUpstreamError(`${method} ${url.href} was not answered: ${why}.`, {
      cause,
      remedy: 'Compare --url with the output api_url of the stack, and look whether this machine may go there.',
    });
  }
}

function jsonOf(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw disagreement(`${what} is no JSON: ${text.slice(0, 200)}`, cause);
  }
}

function disagreement(message: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError(message, {
    cause,
    remedy: 'Deploy the version of this checkout, or run this command from the checkout that was deployed.',
  });
}
