import type { Definition } from '../../../statemachine/asl.ts';
import { allStates } from '../../../statemachine/states.ts';
import type { Block } from '../blocks.ts';
import { bullets, difference, folded, paragraph, table } from '../blocks.ts';
import type { PlannedChange } from '../changes.ts';
import type { TextReader } from '../documents.ts';
import { documentsOf } from '../documents.ts';
import { isObject } from '../json-values.ts';
import { code, row } from '../markdown.ts';
import { shortName } from '../names.ts';
import type { StateChange } from './definition-diff.ts';
import { definitionDiff } from './definition-diff.ts';
import type { DefinitionFacts } from './definition-facts.ts';
import { definitionFacts } from './definition-facts.ts';

/** The type whose attribute `definition` is a state machine. */
export const STATE_MACHINE_TYPE = 'aws_sfn_state_machine';

/** What changes in state machines: figures before and after, and the states as a difference. */
export function stateMachineBlocks(changes: readonly PlannedChange[], texts: TextReader): Block[] {
  return changes
    .filter(({ type }) => type === STATE_MACHINE_TYPE)
    .flatMap((change) => {
      const { before, after } = documentsOf(texts(change, 'definition'));
      const heading = paragraph(`### State machine ${code(shortName(change.address))}`);
      if (change.kind === 'delete') return [heading, paragraph('It goes away, and running executions are stopped.')];
      if (!isDefinition(after))
        return [heading, paragraph('⚠️ Its definition is known only after the plan is applied.')];
      if (!isDefinition(before)) return [heading, ...newMachine(after)];
      return [heading, ...changedMachine(before, after)];
    });
}

function isDefinition(value: unknown): value is Definition {
  return isObject(value) && isObject(value.States) && Object.values(value.States).every(isObject);
}

function newMachine(after: Definition): Block[] {
  const facts = definitionFacts(after);
  const lines = allStates(after).map(({ name }) => code(name));
  return [
    table(
      ['', 'new'],
      FIGURES.map(([title, textOf]) => row([title, textOf(facts)])),
    ),
    folded('States', bullets(lines)),
  ];
}

function changedMachine(before: Definition, after: Definition): Block[] {
  const states = definitionDiff(before, after);
  if (states.length === 0) return [paragraph('No state changes; only what stands around the definition does.')];
  const [was, is] = [definitionFacts(before), definitionFacts(after)];
  const figures = FIGURES.map(([title, textOf]) => row([title, ...moved(textOf(was), textOf(is))]));
  const perState = states.flatMap(({ name }) => durationRow(name, was, is));
  return [
    table(['', 'before', 'after'], [...figures, ...perState]),
    ...overrun(is),
    difference(states.flatMap(diffLines)),
  ];
}

/** A run that is still retrying when the machine's timeout ends it never records why it failed. */
function overrun({ worstSeconds, timeoutSeconds }: DefinitionFacts): Block[] {
  if (worstSeconds <= timeoutSeconds) return [];
  return [paragraph("⚠️ **The longest run no longer fits into the machine's timeout.**")];
}

/** The longest that a state takes, where that changes. */
function durationRow(name: string, was: DefinitionFacts, is: DefinitionFacts): string[] {
  const [before, after] = [was.worstSecondsOf.get(name), is.worstSecondsOf.get(name)];
  if (before === after) return [];
  return [row([`longest time in ${code(name)}`, ...moved(secondsOrNothing(before), secondsOrNothing(after))])];
}

const FIGURES: readonly (readonly [string, (facts: DefinitionFacts) => string])[] = [
  ['states', ({ states }) => String(states)],
  ['longest run, with every retry', ({ worstSeconds }) => duration(worstSeconds)],
  ["the machine's timeout", ({ timeoutSeconds }) => duration(timeoutSeconds)],
  ['transitions without failures', ({ transitions: [fewest, most] }) => range(fewest, most)],
  ['transitions with every retry', ({ worstTransitions }) => String(worstTransitions)],
];

/** Both values, the second one bold where it is another. */
function moved(before: string, after: string): [string, string] {
  return [before, before === after ? after : `**${after}**`];
}

function secondsOrNothing(seconds: number | undefined): string {
  return seconds === undefined ? '—' : duration(seconds);
}

/** `1234 s (20.6 min)`. */
function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'no bound';
  const minutes = seconds < 120 ? '' : ` (${(seconds / 60).toFixed(1)} min)`;
  return `${seconds} s${minutes}`;
}

function range(fewest: number, most: number): string {
  return fewest === most ? String(most) : `${fewest} to ${most}`;
}

function diffLines({ name, kind, lines }: StateChange): string[] {
  const mark = { added: '+', removed: '-', changed: ' ' }[kind];
  return [`${mark} ${name}`, ...lines.map((line) => `${line.slice(0, 1)}     ${line.slice(2)}`)];
}
