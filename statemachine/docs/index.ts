import type { Definition } from '../asl.ts';
import { PIPELINE_FACTS } from '../machine-facts.ts';
import { stateMachineTemplate } from '../render.ts';
import { diagram } from './diagram.ts';
import { durationTable, transitionTable } from './durations.ts';
import { catchTable, retryTable } from './error-table.ts';
import { inputFields, stateTable } from './state-table.ts';

/** The generated parts of statemachine/README.md, by the name in their marks. Each gives the same text for the same file and contracts. */
export const STATE_MACHINE_DOCS: { readonly [part: string]: () => string } = {
  diagram: () => diagram(pipeline()),
  input: () => inputFields(PIPELINE_FACTS),
  states: () => stateTable(pipeline(), PIPELINE_FACTS),
  retries: () => retryTable(pipeline()),
  failures: () => catchTable(pipeline(), PIPELINE_FACTS),
  durations: () => durationTable(pipeline(), PIPELINE_FACTS),
  transitions: () => transitionTable(pipeline()),
};

function pipeline(): Definition {
  return JSON.parse(stateMachineTemplate()) as Definition;
}
