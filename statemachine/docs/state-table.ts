import type { Definition, PayloadTemplate, State } from '../asl.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { Shape } from '../shapes/shape.ts';
import { shapeOfSchema } from '../shapes/shape.ts';
import { allStates, choiceRules } from '../states.ts';
import { codeList, table } from './markdown.ts';

/** Each state with what it takes and what it gives: Tasks by their contracts' fields (`?` where one may be left out), the others by their paths in the file. */
export function stateTable(definition: Definition, facts: MachineFacts): string {
  const rows = allStates(definition).map(({ name, state }) => {
    const contract = state.Type === 'Task' ? facts.contracts[name] : undefined;
    const takes = contract ? fieldsOf(shapeOfSchema(contract.input, 'input')) : pathsRead(state);
    const gives = contract ? fieldsOf(shapeOfSchema(contract.output, 'output')) : fieldsGiven(state);
    return [
      `\`${name}\``,
      state.Type ?? '',
      state.Comment ?? '',
      codeList(takes),
      `${codeList(gives)}${placeOf(state, gives)}`,
    ];
  });
  return table(['State', 'Type', 'What for', 'Takes', 'Gives'], rows);
}

/** The fields that an execution may be started with. */
export function inputFields(facts: MachineFacts): string {
  const shape = shapeOfSchema(facts.executionInput, 'input');
  const names = Object.keys(shape.properties ?? {});
  const required = names.filter((name) => shape.required?.includes(name));
  const optional = names.filter((name) => !shape.required?.includes(name));
  return `Needed: ${codeList(required)}. May be left out: ${codeList(optional)}.`;
}

function fieldsOf(shape: Shape): string[] {
  return Object.keys(shape.properties ?? {}).map((name) => (shape.required?.includes(name) ? name : `${name}?`));
}

function fieldsGiven({ Type, Result, Parameters, ResultSelector, Branches }: State): string[] {
  if (Branches) return templateFields(ResultSelector);
  if (Type !== 'Pass') return [];
  return Result !== null && typeof Result === 'object' ? Object.keys(Result) : templateFields(Parameters);
}

function templateFields(template: PayloadTemplate = {}): string[] {
  return Object.keys(template).map((key) => key.replace(/\.\$$/, ''));
}

function pathsRead(state: State): string[] {
  const own = [
    state.SecondsPath,
    state.ErrorPath,
    state.CausePath,
    ...choiceRules(state.Choices).map((rule) => rule.Variable),
  ];
  const templates = Object.entries(state.Parameters ?? {}).flatMap(([key, value]) =>
    key.endsWith('.$') ? pathsIn(String(value)) : [],
  );
  return [...new Set([...own.filter((path) => path !== undefined), ...templates])];
}

function pathsIn(expression: string): string[] {
  return expression.match(/\$\$?[\w.[\]]*/g) ?? [];
}

function placeOf({ ResultPath, OutputPath }: State, gives: readonly string[]): string {
  if (gives.length === 0 || ResultPath === undefined || ResultPath === null) return '';
  return OutputPath === ResultPath ? ', as the output' : ` at \`${ResultPath}\``;
}
