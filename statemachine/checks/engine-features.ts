import type { Definition, Json, State } from '../asl.ts';
import type { IntrinsicCall } from '../shapes/intrinsic.ts';
import { parseIntrinsic } from '../shapes/intrinsic.ts';
import type { LocatedState } from '../states.ts';
import { allStates } from '../states.ts';
import type { Problem, Rule } from './rule.ts';
import { MACHINE } from './rule.ts';

/** Fields that only JSONata, variables or a distributed Map bring: the local engine has none of them. */
const UNKNOWN_FIELDS = ['QueryLanguage', 'Assign', 'Arguments', 'Output', 'Items', 'Condition'] as const;

/** State types that were compared with AWS. */
const COMPARED_TYPES = ['Task', 'Pass', 'Parallel', 'Choice', 'Wait', 'Fail', 'Succeed'];

/** What aws-local-stepfunctions 3.0.0 takes otherwise in a branch: the first is the branch's input there, the second is missing. */
const OTHERWISE_IN_BRANCH = ['$$.Execution.Input', '$$.State.Name'] as const;

/** One definition, several engines: what they take differently is left out. */
export const engineFeatures: Rule = {
  name: 'engine-features',
  reason:
    'The machine uses only what every engine it was tried on takes as AWS does (the local engine, and aws-local-stepfunctions 3.0.0): a run on one machine shows what a run in AWS will do.',
  check: (definition) => [...machineProblems(definition), ...allStates(definition).flatMap(stateProblems)],
};

function machineProblems(definition: Definition): Problem[] {
  return definition.QueryLanguage === undefined
    ? []
    : [problem(MACHINE, 'names a QueryLanguage', 'Leave it out: JSONPath is the default.')];
}

function stateProblems({ name, state, inBranch }: LocatedState): Problem[] {
  const strings = stringsIn(state);
  const calls = strings.flatMap((text) => parseIntrinsic(text) ?? []).flatMap(withInner);
  const whole = [state.ResultPath, ...(state.Catch ?? []).map(({ ResultPath }) => ResultPath)].includes('$');
  return [
    ...UNKNOWN_FIELDS.filter((field) => field in state).map((field) =>
      problem(name, `uses ${field}`, 'Use JSONPath fields.'),
    ),
    ...(COMPARED_TYPES.includes(state.Type ?? '')
      ? []
      : [problem(name, `is of the type ${state.Type}`, 'Use another type, or compare the two engines first.')]),
    ...(whole
      ? [
          problem(
            name,
            'writes "ResultPath": "$", which makes a field of the name $',
            'Leave it out: "$" is the default.',
          ),
        ]
      : []),
    ...(isFalsy(state.Result) ? [problem(name, 'has an empty Result, which is ignored', 'Use an object.')] : []),
    ...(isCall(state.CausePath) || isCall(state.ErrorPath)
      ? [problem(name, 'has an intrinsic function in ErrorPath or CausePath', 'Compose the text in a Pass before.')]
      : []),
    ...calls
      .filter(hasParenthesis)
      .map(() => problem(name, 'has a parenthesis in a text of an intrinsic function', 'Write the text without it.')),
    ...OTHERWISE_IN_BRANCH.filter((path) => inBranch && strings.some((text) => text.includes(path))).map((path) =>
      problem(name, `reads ${path} in a branch`, 'Take the value from the state.'),
    ),
  ];
}

function problem(state: string, what: string, remedy: string): Problem {
  return { state, message: `${what}: not every engine takes that as AWS does.`, remedy };
}

/** Every string of a state but its comment and those of the states inside it. */
function stringsIn({ Branches: _branches, Comment: _comment, ...state }: State): string[] {
  const collect = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(collect) : [];
  };
  return collect(state);
}

function withInner(call: IntrinsicCall): IntrinsicCall[] {
  return [call, ...call.args.flatMap((argument) => (argument.kind === 'call' ? withInner(argument.call) : []))];
}

function hasParenthesis({ args }: IntrinsicCall): boolean {
  return args.some((argument) => argument.kind === 'text' && /[()]/.test(argument.text));
}

function isCall(path: string | undefined): boolean {
  return path?.startsWith('States.') ?? false;
}

function isFalsy(result: Json | undefined): boolean {
  return result !== undefined && !result;
}
