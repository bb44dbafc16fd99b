import type { Definition, StateMap } from '../asl.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { Exit } from './pass-through.ts';
import { passThrough } from './pass-through.ts';
import type { Shape } from './shape.ts';
import { anyOf, shapeOfSchema, UNKNOWN } from './shape.ts';

/** A path that does not resolve: the state, the path as it stands in the file, and why. */
export interface PathProblem {
  readonly state: string;
  readonly path: string;
  readonly problem: string;
}

/** What a walk through a machine has found. */
export interface Walk {
  readonly problems: readonly PathProblem[];
  /** The shapes in which each state may be entered. */
  readonly inputs: ReadonlyMap<string, readonly Shape[]>;
  /** The shapes that each Task may be given, after `Parameters`. */
  readonly taskInputs: ReadonlyMap<string, readonly Shape[]>;
  /** The shapes of the execution's output. */
  readonly output: Shape;
}

/** More shapes at one state than any machine without a growing loop brings about; there the walk stops. */
const MAX_SHAPES_PER_STATE = 50;

/**
 * Walks every way through a machine with shapes in the place of values: from the execution's input over what the contracts say that each Task
 * gives. Step Functions' own order of fields: `InputPath`, `Parameters`, the state's work, `ResultSelector`, `ResultPath`, `OutputPath`.
 */
export function walkMachine(definition: Definition, facts: MachineFacts): Walk {
  const walker = new Walker(facts);
  const output = walker.walk(definition, shapeOfSchema(facts.executionInput, 'input'));
  return { problems: walker.problems(), inputs: walker.inputs, taskInputs: walker.taskInputs, output };
}

/** Keeps what was found while machine and branches are walked. */
class Walker {
  readonly inputs = new Map<string, Shape[]>();
  readonly taskInputs = new Map<string, Shape[]>();
  readonly #facts: MachineFacts;
  readonly #problems = new Map<string, PathProblem>();

  constructor(facts: MachineFacts) {
    this.#facts = facts;
  }

  problems(): PathProblem[] {
    return [...this.#problems.values()];
  }

  walk(machine: StateMap, input: Shape): Shape {
    const outputs: Shape[] = [];
    const waiting: Exit[] = machine.StartAt === undefined ? [] : [{ to: machine.StartAt, shape: input }];
    const entered = new Map<string, Set<string>>();
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
      const isNew = this.#isNew(entered, entry);
      if (isNew)
        for (const exit of this.#pass(machine, entry))
          exit.to === undefined ? outputs.push(exit.shape) : waiting.push(exit);
    }
    return outputs.length === 0 ? UNKNOWN : anyOf(outputs);
  }

  #isNew(entered: Map<string, Set<string>>, { to = '', shape }: Exit): boolean {
    const shapes = entered.get(to) ?? new Set();
    const key = JSON.stringify(shape);
    if (shapes.has(key) || shapes.size >= MAX_SHAPES_PER_STATE) return false;
    entered.set(to, shapes.add(key));
    return true;
  }

  #pass(machine: StateMap, { to: name = '', shape }: Exit): Exit[] {
    const state = machine.States?.[name];
    if (!state) return [];
    collect(this.inputs, name, shape);
    return passThrough(state, shape, {
      output: this.#facts.contracts[name]?.output,
      walkBranch: (branch, input) => this.walk(branch, input),
      report: (path, problem) => this.#problems.set(`${name} ${path} ${problem}`, { state: name, path, problem }),
      given: (input) => collect(this.taskInputs, name, input),
    });
  }
}

function collect(map: Map<string, Shape[]>, name: string, shape: Shape): void {
  map.set(name, [...(map.get(name) ?? []), shape]);
}
