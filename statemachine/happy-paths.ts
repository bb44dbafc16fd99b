import type { StateMap } from './asl.ts';
import { nextStates } from './states.ts';

/** Every way through a machine or branch on which nothing fails: the names of the states in the order of the file, those of branches after their Parallel. */
export function happyPaths(machine: StateMap): string[][] {
  return machine.StartAt === undefined ? [[]] : pathsFrom(machine, machine.StartAt, []);
}

/**
 * Transitions that Step Functions bills for a way on which nothing is tried again: one for each state that is entered, those in branches too, and one for the
 * start. https://aws.amazon.com/step-functions/pricing counts each executed step; the start is added so that the estimate is never too low.
 */
export function transitionsOf(path: readonly string[]): number {
  return path.length + 1;
}

function pathsFrom(machine: StateMap, name: string, before: readonly string[]): string[][] {
  const state = machine.States?.[name];
  if (!state || before.includes(name)) return [[]];
  const inside = (state.Branches ?? []).reduce<string[][]>((paths, branch) => combine(paths, happyPaths(branch)), [[]]);
  const next = state.Type === 'Fail' ? [] : nextStates(state);
  const after = next.length === 0 ? [[]] : next.flatMap((to) => pathsFrom(machine, to, [...before, name]));
  return combine(combine([[name]], inside), after);
}

function combine(heads: readonly string[][], tails: readonly string[][]): string[][] {
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}
