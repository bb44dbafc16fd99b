import type { Definition, State } from '../../../statemachine/asl.ts';
import { allStates } from '../../../statemachine/states.ts';
import { stateLines } from './state-lines.ts';

/** How a state differs. */
export interface StateChange {
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Lines of a difference: `+ …`, `- …`. */
  readonly lines: readonly string[];
}

/** The states that are not what they were: in the order of the new definition, then those that are gone. */
export function definitionDiff(before: Definition, after: Definition): StateChange[] {
  const [old, now] = [statesByName(before), statesByName(after)];
  const present = [...now].flatMap(([name, state]) => changeOf(name, old.get(name), state));
  const gone = [...old].filter(([name]) => !now.has(name)).flatMap(([name, state]) => changeOf(name, state, undefined));
  return [...machineChange(before, after), ...present, ...gone];
}

/** What stands at the machine itself: where it starts, its timeout. */
function machineChange(before: Definition, after: Definition): StateChange[] {
  const own = ({ States: _, ...fields }: Definition) => stateLines(fields as State);
  const lines = difference(own(before), own(after));
  return lines.length === 0 ? [] : [{ name: 'The machine itself', kind: 'changed', lines }];
}

function changeOf(name: string, before: State | undefined, after: State | undefined): StateChange[] {
  const lines = difference(before ? stateLines(before) : [], after ? stateLines(after) : []);
  if (lines.length === 0) return [];
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ name, kind, lines }];
}

/** What is gone next to what came, in the order of the lines. */
function difference(before: readonly string[], after: readonly string[]): string[] {
  const removed = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  const added = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  return [...removed, ...added];
}

function statesByName(definition: Definition): Map<string, State> {
  return new Map(allStates(definition).map(({ name, state }) => [name, state]));
}
