import type { PolicyStatement } from '../../../../stacks/policies/policy-document.ts';
import type { AwsAction } from './asked-action.ts';

type Context = Readonly<Record<string, string | readonly string[]>>;

/** Whether the statements of a policy allow an action: at least one does, as IAM decides with the operators that our policies use. */
export function isAllowed(statements: readonly PolicyStatement[], asked: AwsAction): boolean {
  const context = { 'aws:RequestedRegion': asked.region, ...asked.context };
  return statements.some(
    ({ Effect, Action, Resource = [], Condition = {} }) =>
      Effect === 'Allow' &&
      [Action].flat().includes(asked.action) &&
      [Resource].flat().some((pattern) => matches(pattern, asked.arn)) &&
      Object.entries(Condition).every(([operator, wanted]) => holds(operator, wanted, context)),
  );
}

function matches(pattern: string, arn: string): boolean {
  const [first = '', ...rest] = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${[first, ...rest].join('.*')}$`).test(arn);
}

/** One operator over its keys. A key that a request does not have satisfies those that hold for every value and those that ask only if it exists. */
function holds(operator: string, wanted: Context, context: Context): boolean {
  return Object.entries(wanted).every(([key, values]) => {
    const given = context[key];
    const allowed = [values].flat();
    switch (operator) {
      case 'StringEquals':
        return given !== undefined && [given].flat().every((value) => allowed.includes(value));
      case 'StringEqualsIfExists':
      case 'ForAllValues:StringEquals':
        return [given ?? []].flat().every((value) => allowed.includes(value));
      default:
        throw new Error(`The operator ${operator} is not known here.`);
    }
  });
}
