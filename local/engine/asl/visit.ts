import type { ExecutionEvent } from '../../../services/executions/executions.ts';
import type { Json } from '../../../statemachine/asl.ts';
import type { StateMap } from './definition.ts';
import type { JsonObject } from './json.ts';

/** Why the engine lets time pass; tests tell apart what they shorten. */
export type SleepPurpose = 'retry' | 'wait' | 'task_timeout' | 'execution_timeout';

/** Lets time pass; rejects with the signal's reason when it is aborted first. */
export type Sleep = (milliseconds: number, signal: AbortSignal, purpose: SleepPurpose) => Promise<void>;

/** What a Task hands to its handler. */
export interface TaskCall {
  readonly resource: string;
  readonly payload: Json;
  /** Undefined when there is no limit. */
  readonly timeoutSeconds: number | undefined;
  readonly signal: AbortSignal;
}

/** What the interpreter needs of the world. */
export interface Host {
  /** Calls the handler of a resource; rejects with a StateFailure. */
  callTask(call: TaskCall): Promise<Json>;
  /** Writes down what happens, at once. */
  record(event: Omit<ExecutionEvent, 'id' | 'at'>): void;
  /** Notes the size of a payload; throws a StateFailure `States.DataLimitExceeded` when it is above the quota. */
  measure(payload: Json, what: string): void;
  readonly sleep: Sleep;
  /** From 0 up to 1, for jitter. */
  readonly random: () => number;
  readonly now: () => Date;
}

/** Everything that a set of states shares while it runs. */
export interface Scope {
  readonly host: Host;
  /** The context object without `State`: `Execution`, `StateMachine` and, inside a Map, `Map`. */
  readonly context: JsonObject;
  /** Aborted with the reason for stopping: by a stop, a timeout of the execution, or a sibling branch that failed. */
  readonly signal: AbortSignal;
}

/** One visit of a state. */
export interface Visit {
  readonly name: string;
  /** What came in, before InputPath. */
  readonly input: Json;
  readonly scope: Scope;
  /** The context object with `State`. */
  readonly context: JsonObject;
  /** Runs the states of a branch to their end. */
  readonly runStates: (states: StateMap, input: Json, scope: Scope) => Promise<Json>;
}

/** How a visit ends: the output, and the state after it, or undefined at the end. */
export interface Outcome {
  readonly output: Json;
  readonly next: string | undefined;
}
