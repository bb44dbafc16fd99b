import { mismatches } from '../shapes/assignable.ts';
import { shapeOfSchema } from '../shapes/shape.ts';
import { walkMachine } from '../shapes/walk.ts';
import type { Rule } from './rule.ts';

/** What a Task is given is what its handler will parse. */
export const taskInput: Rule = {
  name: 'task-input',
  reason:
    "What a Task's Parameters make of the state fits its contract's input: otherwise its handler refuses it in the first run.",
  check: (definition, facts) =>
    [...walkMachine(definition, facts).taskInputs].flatMap(([state, inputs]) => {
      const contract = facts.contracts[state];
      const expected = contract ? shapeOfSchema(contract.input, 'input') : {};
      const found = new Set(inputs.flatMap((input) => mismatches(input, expected)));
      return [...found].map((mismatch) => ({
        state,
        message: `is given what its contract does not take: ${mismatch}.`,
        remedy: 'Correct Parameters, or the contract.',
      }));
    }),
};
