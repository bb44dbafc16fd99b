import type { Definition, StateMap } from '../../../statemachine/asl.ts';
import { happyPaths, transitionsOf } from '../../../statemachine/happy-paths.ts';
import { PIPELINE_FACTS } from '../../../statemachine/machine-facts.ts';
import { allStates } from '../../../statemachine/states.ts';
import { waitBoundsOf } from '../../../statemachine/wait-bounds.ts';
import type { WaitBounds } from '../../../statemachine/worst-case.ts';
import { worstCaseOf, worstWay } from '../../../statemachine/worst-case.ts';

/** Figures of a state machine that a reviewer wants to see before and after. */
export interface DefinitionFacts {
  readonly states: number;
  /** `TimeoutSeconds` of the machine; infinite without it. */
  readonly timeoutSeconds: number;
  /** The longest that a run can take with every retry, were there no timeout. */
  readonly worstSeconds: number;
  /** Transitions billed for a run in which nothing fails: the fewest and the most over all ways. */
  readonly transitions: readonly [number, number];
  /** Transitions of such a run when every state needs all its attempts. */
  readonly worstTransitions: number;
  /** The longest that each state can take, by its name. */
  readonly worstSecondsOf: ReadonlyMap<string, number>;
}

/** Works the figures out; the wait that the contracts bound counts with its bound. */
export function definitionFacts(definition: Definition): DefinitionFacts {
  const bounds = waitBoundsOf(definition, PIPELINE_FACTS);
  const located = allStates(definition);
  const paths = happyPaths(definition);
  const transitions = paths.map(transitionsOf);
  const attempts = attemptsOf(definition, bounds, 1);
  const worst = paths.map((path) => 1 + path.reduce((sum, name) => sum + (attempts.get(name) ?? 1), 0));
  return {
    states: located.length,
    timeoutSeconds: definition.TimeoutSeconds ?? Number.POSITIVE_INFINITY,
    worstSeconds: worstWay(definition, bounds).seconds,
    transitions: [Math.min(...transitions), Math.max(...transitions)],
    worstTransitions: Math.max(...worst),
    worstSecondsOf: new Map(located.map(({ name, state }) => [name, worstCaseOf(name, state, bounds).seconds])),
  };
}

/** How often each state may be entered in one pass of the machine: its own attempts, times those of the states around it. */
function attemptsOf(machine: StateMap, bounds: WaitBounds, around: number): Map<string, number> {
  const entries = Object.entries(machine.States ?? {}).flatMap(([name, state]): [string, number][] => {
    const attempts = around * worstCaseOf(name, state, bounds).attempts;
    return [[name, attempts], ...(state.Branches ?? []).flatMap((branch) => [...attemptsOf(branch, bounds, attempts)])];
  });
  return new Map(entries);
}
