import type { Json } from '../../../../statemachine/asl.ts';
import { runBranches } from '../branch-group.ts';
import { filteredInput, rootsOf, stateOutput } from '../data-flow.ts';
import type { MapState } from '../definition.ts';
import type { JsonObject } from '../json.ts';
import { isJsonArray, withMember } from '../json.ts';
import { getByPath } from '../path.ts';
import { fillTemplate } from '../payload-template.ts';
import { withRetryAndCatch } from '../retry-and-catch.ts';
import { engineFailure } from '../state-failure.ts';
import type { Outcome, Visit } from '../visit.ts';

/** Items at once when `MaxConcurrency` is 0 or absent: what an inline Map of Step Functions does at most. */
const MAX_INLINE_CONCURRENCY = 40;

/** Map: runs its processor for each item, and gives the results in the items' order. */
export function runMap(state: MapState, visit: Visit): Promise<Outcome> {
  return withRetryAndCatch(state, visit, async (attempt) => {
    const input = filteredInput(state, attempt);
    const results = await runBranches(
      attempt.scope.signal,
      itemsOf(state, attempt, input).map(
        (item, index) => (signal: AbortSignal) =>
          runItem(state, attempt, input, { Item: { Index: index, Value: item } }, signal),
      ),
      state.MaxConcurrency || MAX_INLINE_CONCURRENCY,
    );
    return { output: stateOutput(state, attempt, results), next: state.Next };
  });
}

function runItem(state: MapState, visit: Visit, input: Json, item: MapItem, signal: AbortSignal): Promise<Json> {
  const roots = { data: input, context: withMember(visit.context, 'Map', item) };
  const itemInput = state.ItemSelector === undefined ? item.Item.Value : fillTemplate(state.ItemSelector, roots);
  visit.scope.host.measure(itemInput, `An item of ${visit.name}`);
  const context = withMember(visit.scope.context, 'Map', item);
  return visit.runStates(state.ItemProcessor, itemInput, { ...visit.scope, context, signal });
}

function itemsOf(state: MapState, visit: Visit, input: Json): readonly Json[] {
  const items = getByPath(state.ItemsPath ?? '$', rootsOf(visit, input), 'ItemsPath');
  if (!isJsonArray(items)) {
    throw engineFailure('States.Runtime', `The items of ${visit.name} are not an array.`);
  }
  return items;
}

/** `$$.Map` of one item. */
interface MapItem extends JsonObject {
  readonly Item: { readonly Index: number; readonly Value: Json };
}
