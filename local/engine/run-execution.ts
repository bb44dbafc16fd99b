import type { Json } from '../../statemachine/asl.ts';
import { LOCAL_STATE_MACHINE_ARN, LOCAL_STATE_MACHINE_NAME } from './arns.ts';
import type { Definition } from './asl/definition.ts';
import { runStates } from './asl/run-states.ts';
import { engineFailure, StateFailure } from './asl/state-failure.ts';
import type { Host } from './asl/visit.ts';
import type { LocalExecutionDescription } from './execution-record.ts';
import type { ExecutionEnd } from './execution-store.ts';
import { MAX_CAUSE_CHARACTERS, MAX_ERROR_CHARACTERS } from './limits.ts';
import { RunStopped } from './run-stopped.ts';

/** One run of an execution. */
export interface ExecutionRun {
  readonly definition: Definition;
  readonly description: LocalExecutionDescription;
  readonly input: Json;
  readonly host: Host;
  /** Aborted to stop the run, with a {@link RunStopped}. */
  readonly stopper: AbortController;
}

/**
 * Runs an execution to its end and tells how it ended; undefined when the run was abandoned. What is neither a failure of a state nor a stop,
 * for example a database that could not be written, ends it as `States.Runtime`.
 */
export async function runExecution(run: ExecutionRun): Promise<ExecutionEnd | undefined> {
  const { definition, input, host, stopper } = run;
  const ended = new AbortController();
  const timeout = stopAfter(definition.TimeoutSeconds, host, stopper, ended.signal);
  try {
    const scope = { host, context: contextOf(run), signal: stopper.signal };
    return { status: 'SUCCEEDED', output: await runStates(definition, input, scope) };
  } catch (error) {
    return endOf(error);
  } finally {
    ended.abort();
    await timeout;
  }
}

function contextOf({ description, input }: ExecutionRun): { readonly [key: string]: Json } {
  return {
    Execution: {
      Id: description.execution_arn,
      Name: description.execution_id,
      Input: input,
      StartTime: description.started_at,
      RedriveCount: description.runs - 1,
    },
    StateMachine: { Id: LOCAL_STATE_MACHINE_ARN, Name: LOCAL_STATE_MACHINE_NAME },
  };
}

function endOf(error: unknown): ExecutionEnd | undefined {
  if (error instanceof RunStopped) {
    return error.kind === 'timed_out'
      ? { status: 'TIMED_OUT', error: 'States.Timeout', cause: error.message }
      : undefined;
  }
  const failure = error instanceof StateFailure ? error : engineFailure('States.Runtime', String(error));
  return {
    status: 'FAILED',
    error: failure.error.slice(0, MAX_ERROR_CHARACTERS),
    cause: failure.causeText.slice(0, MAX_CAUSE_CHARACTERS),
  };
}

/** Stops the run after the machine's `TimeoutSeconds`. */
async function stopAfter(
  seconds: number | undefined,
  host: Host,
  stopper: AbortController,
  ended: AbortSignal,
): Promise<void> {
  if (seconds === undefined) {
    return;
  }
  try {
    await host.sleep(seconds * 1_000, ended, 'execution_timeout');
    stopper.abort(new RunStopped('timed_out', `The execution ran longer than ${seconds} seconds.`));
  } catch (error) {
    // The run ended before its time was up.
    if (!ended.aborted) {
      throw error;
    }
  }
}
