import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFunctionArn } from '../../../local/engine/arns.ts';
import type { Sleep, SleepPurpose } from '../../../local/engine/asl/visit.ts';
import type { LocalHandler } from '../../../local/engine/call-handler.ts';
import type { LocalExecutionDescription } from '../../../local/engine/execution-record.ts';
import type { LocalExecutions, LocalExecutionsOptions } from '../../../local/engine/local-executions.ts';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import { realSleep } from '../../../local/engine/sleep.ts';
import type { ExecutionEvent } from '../../../services/executions/executions.ts';

/** Handlers by function name. */
export type Handlers = Readonly<Record<string, LocalHandler>>;

/** A Task state that calls a function and ends, with further fields. */
export function task(functionName: string, fields: object = {}): object {
  const ends = 'Next' in fields ? {} : { End: true };
  return { Type: 'Task', Resource: localFunctionArn(functionName), ...ends, ...fields };
}

/** A machine of one state. */
export function machineOf(state: object, fields: object = {}): object {
  return { StartAt: 'Only', States: { Only: state }, ...fields };
}

/** An error as a handler throws it. */
export function namedError(name: string, message = 'what happened'): Error {
  return Object.assign(new Error(message), { name });
}

/** A handler that never answers; its signal is kept for the test. */
export function hanging(): { readonly handler: LocalHandler; readonly signals: AbortSignal[] } {
  const signals: AbortSignal[] = [];
  return {
    signals,
    handler: (_, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
  };
}

/** A sleep that lets no time pass for the given purposes and notes what it was asked for. */
export function shortSleep(...purposes: readonly SleepPurpose[]): {
  readonly sleep: Sleep;
  readonly slept: [SleepPurpose, number][];
} {
  const slept: [SleepPurpose, number][] = [];
  const sleep: Sleep = async (milliseconds, signal, purpose) => {
    slept.push([purpose, milliseconds]);
    await (purposes.includes(purpose)
      ? new Promise((resolve) => setImmediate(resolve))
      : realSleep(milliseconds, signal, purpose));
    signal.throwIfAborted();
  };
  return { sleep, slept };
}

/** A folder of its own for a test. */
export async function temporaryFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What a run left behind. */
export interface FinishedRun {
  readonly description: LocalExecutionDescription;
  readonly events: readonly ExecutionEvent[];
  /** `Type State Error`, one line an event. */
  readonly story: readonly string[];
}

/** Starts one execution and waits for its end. */
export async function finish(executions: LocalExecutions, input: unknown, execution_id = 'one'): Promise<FinishedRun> {
  await executions.start({ execution_id, input });
  const description = await executions.waitFor(execution_id);
  const events = await executions.history(execution_id);
  return { description, events, story: storyOf(events) };
}

/** An engine on a file whose machine has two states: the first one answers at once, the second as it is told. */
export function engineOfTwoStates(file: string, second: () => Promise<unknown>): LocalExecutions {
  return createLocalExecutions({
    definition: {
      StartAt: 'First',
      States: {
        First: task('First', { ResultPath: '$.first', Next: 'Second' }),
        Second: task('Second', { ResultPath: '$.second' }),
      },
    },
    handlers: { First: async () => 'done', Second: second },
    file,
  });
}

/** Runs a machine once in a file of its own. */
export async function runOnce(
  definition: unknown,
  handlers: Handlers,
  input: unknown = {},
  options: Partial<LocalExecutionsOptions> = {},
): Promise<FinishedRun> {
  const { folder, remove } = await temporaryFolder();
  const executions = createLocalExecutions({ definition, handlers, file: join(folder, 'e.sqlite'), ...options });
  try {
    return await finish(executions, input);
  } finally {
    await executions.close();
    await remove();
  }
}

/** `Type State Error`, one line an event. */
export function storyOf(events: readonly ExecutionEvent[]): readonly string[] {
  return events.map(({ type, state, error }) => [type, state, error].filter((part) => part !== undefined).join(' '));
}
