import { randomUUID } from 'node:crypto';
import type { Json } from '../../statemachine/asl.ts';
import { engineFailure } from './asl/state-failure.ts';
import type { Sleep, TaskCall } from './asl/visit.ts';
import { lambdaFailure, marshalFailure } from './lambda-error.ts';

/** What a handler is told about its invocation: Lambda's names, and a signal that Lambda does not have. */
export interface LocalInvocationContext {
  readonly functionName: string;
  readonly awsRequestId: string;
  /** Milliseconds until the Task's `TimeoutSeconds` have passed; very many without a limit. */
  readonly getRemainingTimeInMillis: () => number;
  /** Aborted when the attempt timed out, the execution was stopped, or a branch beside it failed: what is answered later is ignored. */
  readonly signal: AbortSignal;
}

/** A Lambda handler, called in this process. */
export type LocalHandler = (event: unknown, context: LocalInvocationContext) => Promise<unknown>;

/** Seconds of a Task without `TimeoutSeconds`, as in Step Functions. */
const UNLIMITED_SECONDS = 99_999_999;

/**
 * Calls a handler as Lambda would: the event and the result go through JSON, an error comes back as Lambda's error JSON. When the time is up or the run
 * is stopped, the handler's signal is aborted and whatever it still answers is ignored.
 *
 * @throws StateFailure with the error's name, or `States.Timeout`
 * @throws the run's reason for stopping
 */
export async function callHandler(
  handler: LocalHandler,
  functionName: string,
  call: TaskCall,
  sleep: Sleep,
): Promise<Json> {
  call.signal.throwIfAborted();
  const timeout = new AbortController();
  const ended = new AbortController();
  const timeoutMs = (call.timeoutSeconds ?? UNLIMITED_SECONDS) * 1_000;
  const endMs = Date.now() + timeoutMs;
  const context = {
    functionName,
    awsRequestId: randomUUID(),
    getRemainingTimeInMillis: () => Math.max(0, endMs - Date.now()),
    signal: AbortSignal.any([call.signal, timeout.signal]),
  };
  try {
    return await Promise.race([
      answerOf(handler, call.payload, context),
      rejectedOnAbort(call.signal, ended.signal),
      timedOut(sleep, timeoutMs, timeout, ended.signal),
    ]);
  } finally {
    ended.abort();
  }
}

async function answerOf(handler: LocalHandler, payload: Json, context: LocalInvocationContext): Promise<Json> {
  const result = await called(handler, payload, context);
  try {
    return JSON.parse(JSON.stringify(result) ?? 'null');
  } catch (error) {
    throw marshalFailure(error);
  }
}

async function called(handler: LocalHandler, payload: Json, context: LocalInvocationContext): Promise<unknown> {
  try {
    return await handler(JSON.parse(JSON.stringify(payload)), context);
  } catch (error) {
    throw lambdaFailure(error);
  }
}

/** Settles only when the run is stopped; `ended` frees the listener. */
function rejectedOnAbort(run: AbortSignal, ended: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    run.addEventListener('abort', () => reject(run.reason), { once: true, signal: ended });
  });
}

/** Rejects when the time is up and tells the handler. When the attempt ends before, it rejects after the race, which counts for nothing. */
async function timedOut(sleep: Sleep, timeoutMs: number, timeout: AbortController, ended: AbortSignal): Promise<never> {
  await sleep(timeoutMs, ended, 'task_timeout');
  timeout.abort(new DOMException(`The Task's ${timeoutMs / 1_000} seconds have passed.`, 'TimeoutError'));
  throw engineFailure('States.Timeout', '');
}
