import { isNativeError } from 'node:util/types';
import { StateFailure } from './asl/state-failure.ts';

/** Longest error message carried over, in characters: with the trace it stays below the 32,768 characters of a Cause. */
const MAX_MESSAGE_CHARACTERS = 4_000;

/** Lines of the stack carried over: Node's own default of ten frames, and the message's line. */
const MAX_TRACE_LINES = 11;

/** Longest line of the stack carried over, in characters. */
const MAX_TRACE_LINE_CHARACTERS = 300;

/**
 * What a Task fails with when its handler threw: `Error` is the error's name, `Cause` the JSON that Lambda's Node.js runtime makes of it,
 * `{"errorType": …, "errorMessage": …, "trace": […]}`.
 */
export function lambdaFailure(thrown: unknown): StateFailure {
  return isNativeError(thrown)
    ? failure(thrown.name, thrown.message, (thrown.stack ?? '').split('\n'), thrown)
    : failure(typeof thrown, String(thrown), [], thrown);
}

/** What a Task fails with when its handler's result is no JSON, as Lambda reports it. */
export function marshalFailure(thrown: unknown): StateFailure {
  return failure('Runtime.MarshalError', 'Unable to stringify response body', [], thrown);
}

function failure(errorType: string, message: string, stack: readonly string[], cause: unknown): StateFailure {
  const errorMessage = message.slice(0, MAX_MESSAGE_CHARACTERS);
  const trace = stack.slice(0, MAX_TRACE_LINES).map((line) => line.slice(0, MAX_TRACE_LINE_CHARACTERS));
  return new StateFailure(errorType, JSON.stringify({ errorType, errorMessage, trace }), { cause });
}
