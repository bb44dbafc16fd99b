import type { Plan } from '../../../scripts/plan/plan-json.ts';
import { parsePlan } from '../../../scripts/plan/plan-json.ts';
import { summarizePlan } from '../../../scripts/plan/summarize-plan.ts';

/** A change of a resource as a test writes it: what is left out is not there. */
export interface ChangeSpec {
  readonly type: string;
  readonly name?: string;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly actions?: readonly string[];
  readonly more?: object;
}

/** A change as `terraform show -json` writes it. */
export function changeJson({
  type,
  name = 'Thing_00000000',
  before = null,
  after = null,
  actions,
  more,
}: ChangeSpec): object {
  const implied = before === null ? ['create'] : after === null ? ['delete'] : ['update'];
  return {
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    change: { actions: actions ?? implied, before, after, ...more },
  };
}

/** A plan of some changes. */
export function planOf(changes: readonly ChangeSpec[], more: object = {}): Plan {
  return parsePlan(JSON.stringify({ format_version: '1.2', resource_changes: changes.map(changeJson), ...more }));
}

/** The summary of some changes. */
export function summaryOf(changes: readonly ChangeSpec[], more: object = {}): string {
  return summarizePlan({ plan: planOf(changes, more), environment: 'dev' });
}
