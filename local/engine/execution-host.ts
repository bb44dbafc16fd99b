import { MAX_STATE_BYTES } from '../../contracts/index.ts';
import { functionNameOf } from './arns.ts';
import { jsonBytes } from './asl/json.ts';
import { engineFailure } from './asl/state-failure.ts';
import type { Host } from './asl/visit.ts';
import type { LocalHandler } from './call-handler.ts';
import { callHandler } from './call-handler.ts';
import type { NewEvent } from './execution-store.ts';
import { MAX_HISTORY_EVENTS } from './limits.ts';

/** What a run's host is made of. */
export interface ExecutionHostOptions extends Pick<Host, 'sleep' | 'random' | 'now'> {
  readonly handlers: Readonly<Record<string, LocalHandler>>;
  /** Writes an event, with the largest payload seen so far in bytes; throws when the run does not own the execution any more. */
  readonly write: (event: NewEvent, largestPayloadBytes: number) => void;
}

/** The world of one run: handlers behind their ARNs, the history, the quotas on payloads and events. */
export function createExecutionHost(options: ExecutionHostOptions): Host {
  const { handlers, write, sleep, random, now } = options;
  let largestPayloadBytes = 0;
  let events = 0;
  return {
    sleep,
    random,
    now,
    callTask: async (call) => {
      const functionName = functionNameOf(call.resource) ?? '';
      const handler = handlers[functionName];
      if (handler === undefined) {
        throw engineFailure('States.Runtime', `There is no handler for the resource ${call.resource}.`);
      }
      return callHandler(handler, functionName, call, sleep);
    },
    record: (event) => {
      events += 1;
      if (events > MAX_HISTORY_EVENTS) {
        throw engineFailure('States.Runtime', `The execution has more than ${MAX_HISTORY_EVENTS} events.`);
      }
      write(event, largestPayloadBytes);
    },
    measure: (payload, what) => {
      const bytes = jsonBytes(payload);
      largestPayloadBytes = Math.max(largestPayloadBytes, bytes);
      if (bytes > MAX_STATE_BYTES) {
        throw engineFailure(
          'States.DataLimitExceeded',
          `${what} has ${bytes} bytes, more than the ${MAX_STATE_BYTES} that Step Functions takes.`,
        );
      }
    },
  };
}
