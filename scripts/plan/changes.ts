import type { Plan, ResourceChange } from './plan-json.ts';

/** What happens to a resource. */
export type Kind = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'move' | 'none';

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

function kindOf({ address, previous_address, change: { actions } }: ResourceChange): Kind {
  if (actions.includes('create') && actions.includes('delete')) return 'replace';
  const kinds = ['create', 'update', 'delete', 'forget'] as const;
  const isMoved = previous_address !== undefined && previous_address !== address;
  return kinds.find((kind) => actions.includes(kind)) ?? (isMoved ? 'move' : 'none');
}
