import makeLinter from '@wmfs/statelint';
import validate from 'asl-validator';
import type { Definition } from '../asl.ts';
import type { Rule } from './rule.ts';
import { MACHINE } from './rule.ts';

/** Stands in for a placeholder: both validators want to see the ARN of a function. */
const EXAMPLE_ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:example:live';

/** What other rules say better: targets (branch-targets) and the place of States.ALL (states-all). */
const TOLD_ELSEWHERE =
  /^No state found named|States\.ALL can only appear|^MISSING_TRANSITION_TARGET|^BRANCH_OUTBOUND_TRANSITION_TARGET/;

/** The grammar of the language; neither validator sees everything, together they miss little. */
export const schema: Rule = {
  name: 'schema',
  reason: 'The definition is Amazon States Language to two independent validators, @wmfs/statelint and asl-validator.',
  check: (definition) =>
    [...byStatelint(filled(definition)), ...byAslValidator(filled(definition))]
      .filter((message) => !TOLD_ELSEWHERE.test(message))
      .map((message) => ({ state: MACHINE, message, remedy: 'See https://states-language.net/spec.html.' })),
};

/** A copy with example ARNs, because asl-validator writes into what it is given. */
function filled(definition: Definition): Definition {
  const text = JSON.stringify(definition, (key, value: unknown) =>
    key === 'Resource' && typeof value === 'string' ? value.replace(/^\$\{\w+\}$/, EXAMPLE_ARN) : value,
  );
  return JSON.parse(text) as Definition;
}

function byStatelint(definition: Definition): string[] {
  return makeLinter().validate(definition);
}

function byAslValidator(definition: Definition): string[] {
  const result = validate(definition);
  return result.isValid ? [] : result.errorsText('\n').split('\n');
}
