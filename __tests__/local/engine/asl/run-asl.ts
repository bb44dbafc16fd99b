import { Definition } from '../../../../local/engine/asl/definition.ts';
import { runStates } from '../../../../local/engine/asl/run-states.ts';
import type { StateFailure } from '../../../../local/engine/asl/state-failure.ts';
import type { Host, SleepPurpose, TaskCall } from '../../../../local/engine/asl/visit.ts';
import type { Json } from '../../../../statemachine/asl.ts';

/** What a Task does in these tests: given its payload and signal, answers or throws a StateFailure. */
export type TaskDouble = (payload: Json, call: TaskCall) => Promise<Json>;

/** How a machine ended, and what it did on the way. */
export interface AslRun {
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  /** `Type State Error`, one line an event. */
  readonly story: readonly string[];
  readonly slept: readonly (readonly [SleepPurpose, number])[];
}

/** The context object of these runs, without `State`. */
export const CONTEXT = {
  Execution: {
    Id: 'arn:of:the:execution',
    Name: 'one',
    Input: { original: true },
    StartTime: '2026-11-22T10:00:00.000Z',
  },
  StateMachine: { Id: 'arn:of:the:machine', Name: 'machine' },
};

/** Runs a machine in the interpreter alone: no file, no handlers, and no time passes. `random` is what jitter draws. */
export async function runAsl(
  definition: unknown,
  input: Json = {},
  tasks: Readonly<Record<string, TaskDouble>> = {},
  random = 1,
): Promise<AslRun> {
  const story: string[] = [];
  const slept: [SleepPurpose, number][] = [];
  const host: Host = {
    callTask: async (call) => {
      const task = tasks[call.resource];
      if (task === undefined) {
        throw new Error(`The test has no task ${call.resource}.`);
      }
      return task(call.payload, call);
    },
    record: ({ type, state, error }) => {
      story.push([type, state, error].filter((part) => part !== undefined).join(' '));
    },
    measure: () => undefined,
    sleep: async (milliseconds, signal, purpose) => {
      slept.push([purpose, milliseconds]);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    random: () => random,
    now: () => new Date('2026-11-22T10:00:00.000Z'),
  };
  try {
    const scope = { host, context: CONTEXT, signal: new AbortController().signal };
    const output = await runStates(Definition.parse(definition), input, scope);
    return { output: JSON.parse(JSON.stringify(output)), story, slept };
  } catch (failure) {
    const { error, causeText } = failure as StateFailure;
    if (error === undefined) {
      throw failure;
    }
    return { error, cause: causeText, story, slept };
  }
}

/** A machine of one state. */
export function oneState(state: object): object {
  return {
    StartAt: 'Only',
    States: { Only: { ...('End' in state || 'Next' in state ? {} : { End: true }), ...state } },
  };
}
