import { setTimeout as sleep } from 'node:timers/promises';
import { TransientUpstreamError } from '../../../contracts/index.ts';
import { MAX_RETRY_AFTER_SECONDS } from '../limits.ts';
import type { FetchedResponse, FetchRequest, GuardedFetch } from './guarded-fetch.ts';
import type { HostGate } from './host-gate.ts';

/** A request within a run, which always has an end. */
export interface PoliteRequest extends FetchRequest {
  readonly signal: AbortSignal;
}

/** Fetches as {@link GuardedFetch} does, within what the host allows at once. */
export type PoliteFetch = (request: PoliteRequest) => Promise<FetchedResponse>;

/** Seconds that an answer asks to wait, from a number or a date; undefined when it does not ask. */
function retryAfterSeconds(value: string | string[] | undefined, now: number): number | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1_000);
}

function pauseAskedFor(response: FetchedResponse): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined;
  const seconds = retryAfterSeconds(response.headers['retry-after'], Date.now());
  return seconds !== undefined && seconds <= MAX_RETRY_AFTER_SECONDS ? seconds : undefined;
}

function stopped(url: string, signal: AbortSignal, cause: unknown): unknown {
  if (!signal.aborted) return cause;
  return new TransientUpstreamError(
    `${url} was not read: ${signal.reason instanceof Error ? signal.reason.message : 'reading was stopped'}.`,
    { cause },
  );
}

/** Makes a fetch that keeps to the gate and, once, waits as long as a busy server asks for when that is short. */
export function createPoliteFetch(fetch: GuardedFetch, gate: HostGate): PoliteFetch {
  return async (request) => {
    const host = URL.canParse(request.url) ? new URL(request.url).host : '';
    const get = () => gate.run(host, request.signal, () => fetch.get(request));
    try {
      const response = await get();
      const pause = pauseAskedFor(response);
      if (pause === undefined) return response;
      await sleep(pause * 1_000, undefined, { signal: request.signal });
      return await get();
    } catch (error) {
      throw stopped(request.url, request.signal, error);
    }
  };
}
