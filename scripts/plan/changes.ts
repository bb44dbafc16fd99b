import type { Plan, ResourceChange } from './plan-json.ts';

/** What happens to a resource. */
export type Kind = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'move' | 'import' | 'none';

/** The change of a resource with its kind. */
export interface PlannedChange extends ResourceChange {
  readonly kind: Kind;
}

/** The changes that do something, sorted by address, so that the same plan gives the same summary. */
export function plannedChanges(plan: Plan): PlannedChange[] {
  return plan.resource_changes
    .filter(({ mode }) => mode === 'managed')
    .map((each) => ({ ...each, kind: kindOf(each) }))
    .filter(({ kind }) => kind !== 'none')
    .sort((a, b) => compare(a.address, b.address));
}

/** Orders texts by their code units, the same in every locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether what is there now goes on without Terraform, alone or because something new takes its place. */
export function isForgotten({ change }: Pick<ResourceChange, 'change'>): boolean {
  return change.actions.includes('forget');
}

function kindOf({ address, previous_address, change: { actions, importing } }: ResourceChange): Kind {
  if (actions.includes('create') && (actions.includes('delete') || actions.includes('forget'))) return 'replace';
  const kind = (['create', 'update', 'delete', 'forget'] as const).find((each) => actions.includes(each));
  if (kind !== undefined) return kind;
  if (importing !== undefined) return 'import';
  return previous_address !== undefined && previous_address !== address ? 'move' : 'none';
}
