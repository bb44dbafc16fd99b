import type { StateContract } from '../../contracts/index.ts';
import type { State, StateMap } from '../asl.ts';
import { nextStates } from '../states.ts';
import type { ReportPath } from './evaluate.ts';
import { evaluateExpression, evaluateTemplate } from './evaluate.ts';
import { checkOwnPaths } from './own-paths.ts';
import { putAtPath } from './put-at-path.ts';
import { parseReferencePath } from './reference-path.ts';
import type { Shape } from './shape.ts';
import { ERROR_OUTPUT, literalShape, objectOf, shapeOfSchema, UNKNOWN } from './shape.ts';

/** A way out of a state: the state it leads to, or undefined at an end, and the shape it carries there. */
export interface Exit {
  readonly to?: string;
  readonly shape: Shape;
}

/** What a state's passage needs from around it. */
export interface Surroundings {
  /** The contract's output, for a Task that has one. */
  readonly output: StateContract['output'] | undefined;
  readonly walkBranch: (branch: StateMap, input: Shape) => Shape;
  readonly report: ReportPath;
  /** Takes what a Task is given. */
  readonly given: (input: Shape) => void;
}

/** Takes a shape through one state, by every way out of it. */
export function passThrough(state: State, entered: Shape, around: Surroundings): Exit[] {
  const input =
    state.InputPath === null ? objectOf({}) : evaluateExpression(state.InputPath ?? '$', entered, around.report);
  const effective = state.Parameters ? evaluateTemplate(state.Parameters, input, around.report) : input;
  checkOwnPaths(state, effective, around.report);
  const worked = work(state, effective, around);
  const selected = state.ResultSelector ? evaluateTemplate(state.ResultSelector, worked, around.report) : worked;
  const placed = place(state.ResultPath, entered, selected, around.report);
  const shape =
    state.OutputPath === null ? objectOf({}) : evaluateExpression(state.OutputPath ?? '$', placed, around.report);
  return [...waysOn(state, shape), ...waysOfFailure(state, entered, around.report)];
}

function work(state: State, input: Shape, around: Surroundings): Shape {
  if (state.Type === 'Task') {
    around.given(input);
    return around.output ? shapeOfSchema(around.output, 'output') : UNKNOWN;
  }
  if (state.Type === 'Parallel')
    return { type: 'array', prefixItems: (state.Branches ?? []).map((branch) => around.walkBranch(branch, input)) };
  return state.Type === 'Pass' && state.Result !== undefined ? literalShape(state.Result) : input;
}

function place(resultPath: string | null | undefined, input: Shape, result: Shape, report: ReportPath): Shape {
  if (resultPath === null) return input;
  const path = parseReferencePath(resultPath ?? '$');
  const placed =
    path?.root === '$' ? putAtPath(input, path.steps, result) : { problem: 'is not a path into the state' };
  if ('shape' in placed) return placed.shape;
  report(String(resultPath), placed.problem);
  return UNKNOWN;
}

function waysOn(state: State, shape: Shape): Exit[] {
  if (state.Type === 'Fail') return [];
  const next = nextStates(state);
  return next.length === 0 ? [{ shape }] : next.map((to) => ({ to, shape }));
}

function waysOfFailure(state: State, entered: Shape, report: ReportPath): Exit[] {
  return (state.Catch ?? []).flatMap((catcher) =>
    catcher.Next === undefined
      ? []
      : [{ to: catcher.Next, shape: place(catcher.ResultPath, entered, ERROR_OUTPUT, report) }],
  );
}
