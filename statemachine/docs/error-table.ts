import type { Catcher, Definition, Retrier } from '../asl.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { LocatedState } from '../states.ts';
import { allStates } from '../states.ts';
import { delaysOf } from '../worst-case.ts';
import { codeList, table } from './markdown.ts';

/** What is retried: each set of errors with its delays and the states it holds for. */
export function retryTable(definition: Definition): string {
  const tasks = allStates(definition).filter(({ state }) => state.Type === 'Task');
  const rows = new Map<string, { retrier: Retrier; names: string[] }>();
  for (const { name, state } of tasks)
    for (const retrier of state.Retry ?? []) {
      const row = rows.get(JSON.stringify(retrier)) ?? { retrier, names: [] };
      rows.set(JSON.stringify(retrier), { retrier, names: [...row.names, name] });
    }
  return table(
    ['Errors', 'Attempts after the first', 'After at most, with full jitter', 'In'],
    [...rows.values()].map(({ retrier, names }) => {
      const delays = delaysOf(retrier);
      const where = names.length === tasks.length ? 'every Task' : codeList(names);
      return [codeList(retrier.ErrorEquals ?? []), String(delays.length), `${delays.join(', ')} s`, where];
    }),
  );
}

/** What becomes of each state's errors once no attempt is left: a gap in the brief, or the end of the run. */
export function catchTable(definition: Definition, facts: MachineFacts): string {
  const rows = allStates(definition)
    .filter(({ state }) => state.Catch)
    .map((located) => [
      `\`${located.name}\``,
      codeList(facts.contracts[located.name]?.errors ?? []),
      gapsOf(located),
      endOf(located),
    ]);
  return table(['State', 'Declared errors', 'Goes on without', 'Ends the run'], rows);
}

function gapsOf({ state }: LocatedState): string {
  const gaps = (state.Catch ?? []).filter((catcher) => !isForTheRest(catcher, state.Catch));
  return gaps.map(({ ErrorEquals = [], Next }) => `${codeList(ErrorEquals)} → \`${Next}\``).join('; ') || '–';
}

function endOf(located: LocatedState): string {
  const { state } = located;
  const rest = state.Catch?.find(({ ErrorEquals }) => ErrorEquals?.includes('States.ALL'));
  return rest ? `every ${gapsOf(located) === '–' ? '' : 'other '}error → \`${rest.Next}\`` : '–';
}

function isForTheRest(catcher: Catcher, all: readonly Catcher[] = []): boolean {
  return catcher.Next === all.find(({ ErrorEquals }) => ErrorEquals?.includes('States.ALL'))?.Next;
}
