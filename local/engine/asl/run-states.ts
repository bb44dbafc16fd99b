import type { Json } from '../../../statemachine/asl.ts';
import type { State, StateMap } from './definition.ts';
import { withMember } from './json.ts';
import { engineFailure } from './state-failure.ts';
import { runChoice } from './states/choice.ts';
import { runFail } from './states/fail.ts';
import { runMap } from './states/map.ts';
import { runParallel } from './states/parallel.ts';
import { runPass } from './states/pass.ts';
import { runSucceed } from './states/succeed.ts';
import { runTask } from './states/task.ts';
import { runWait } from './states/wait.ts';
import type { Outcome, Scope, Visit } from './visit.ts';

/** How each type of state runs; a type that is missing does not compile. */
const RUN: {
  readonly [Type in State['Type']]: (state: Extract<State, { Type: Type }>, visit: Visit) => Promise<Outcome>;
} = {
  Pass: runPass,
  Task: runTask,
  Choice: runChoice,
  Wait: runWait,
  Succeed: runSucceed,
  Fail: runFail,
  Parallel: runParallel,
  Map: runMap,
};

/**
 * Runs states from their start to an end and gives the output.
 *
 * @throws StateFailure when a state fails and nothing catches it
 * @throws the signal's reason when the run is stopped
 */
export async function runStates(states: StateMap, input: Json, scope: Scope): Promise<Json> {
  let outcome: Outcome = { output: input, next: states.StartAt };
  while (outcome.next !== undefined) {
    scope.signal.throwIfAborted();
    outcome = await visitState(states, outcome.next, outcome.output, scope);
  }
  return outcome.output;
}

async function visitState(states: StateMap, name: string, input: Json, scope: Scope): Promise<Outcome> {
  const state = states.States[name];
  if (state === undefined) {
    throw engineFailure('States.Runtime', `There is no state ${name}.`);
  }
  const { host } = scope;
  host.record({ type: 'StateEntered', state: name });
  const entered = { Name: name, EnteredTime: host.now().toISOString(), RetryCount: 0 };
  const context = withMember(scope.context, 'State', entered);
  const outcome = await runState(state, { name, input, scope, context, runStates });
  host.record({ type: 'StateExited', state: name });
  return outcome;
}

/** The state's own type chooses the function, which TypeScript cannot follow through the table. */
function runState(state: State, visit: Visit): Promise<Outcome> {
  const run = RUN[state.Type] as (state: State, visit: Visit) => Promise<Outcome>;
  return run(state, visit);
}
