import type { AslMachine, AslState } from './state-machine.ts';
import { endsInFailure, followersOf } from './state-machine.ts';

/** A state as the graph shows it. */
export interface FlowNode {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
  /** Errors after which it is tried again. */
  readonly retried: readonly string[];
  /** What it may lead to in place of going straight on: the ways of a Choice, or what takes over when a Task fails for good. */
  readonly ways: readonly FlowNode[];
  /** What runs side by side within it. */
  readonly branches: readonly Flow[];
}

/** States one after the other. */
export type Flow = readonly FlowNode[];

/** A state machine as it is drawn: the way of a run that succeeds, and what ends one that fails. */
export interface FlowGraph {
  readonly steps: Flow;
  readonly failure: Flow;
}

/** Reads the graph out of a state machine. Pass states that only take down what failed are left out: they say nothing to whoever watches. */
export function flowGraphOf(machine: AslMachine): FlowGraph {
  return { steps: stepsOf(machine), failure: failureOf(machine) };
}

/** Every node of a flow, those within others included, in the order of reading. */
export function allNodes(flow: Flow): readonly FlowNode[] {
  return flow.flatMap((node) => [node, ...allNodes(node.ways), ...node.branches.flatMap(allNodes)]);
}

/** States in the order in which a run that succeeds meets them; where ways part, what follows is where the first of them leads. */
function stepsOf(machine: AslMachine): Flow {
  const steps: FlowNode[] = [];
  const seen = new Set<string>();
  let name: string | undefined = machine.StartAt;
  while (name !== undefined && !seen.has(name)) {
    seen.add(name);
    const state: AslState | undefined = machine.States[name];
    if (state === undefined) break;
    steps.push(nodeOf(machine, name, state));
    name = nextOf(machine, state);
  }
  return steps;
}

function nextOf({ States }: AslMachine, state: AslState): string | undefined {
  const [first] = followersOf(state);
  if (state.Type !== 'Choice') return first;
  const way = first === undefined ? undefined : States[first];
  return way && followersOf(way)[0];
}

function nodeOf(machine: AslMachine, name: string, state: AslState): FlowNode {
  return {
    name,
    type: state.Type,
    comment: state.Comment ?? '',
    retried: (state.Retry ?? []).flatMap(({ ErrorEquals }) => ErrorEquals),
    ways: waysOf(machine, state).flatMap((way) => {
      const taken = machine.States[way];
      return taken ? [nodeOf(machine, way, taken)] : [];
    }),
    branches: (state.Branches ?? []).map(stepsOf),
  };
}

function waysOf(machine: AslMachine, state: AslState): readonly string[] {
  if (state.Type === 'Choice') return followersOf(state);
  const caught = (state.Catch ?? []).map(({ Next }) => Next).filter((name) => !endsInFailure(machine, name));
  return [...new Set(caught)];
}

/** What works once something failed for good, and how it ends. */
function failureOf(machine: AslMachine): Flow {
  const failing = Object.entries(machine.States).filter(
    ([name, { Type }]) => (Type === 'Task' || Type === 'Fail') && endsInFailure(machine, name),
  );
  return failing.map(([name, state]) => ({ ...nodeOf(machine, name, state), ways: [] }));
}
