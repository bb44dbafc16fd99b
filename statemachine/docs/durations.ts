import type { Definition } from '../asl.ts';
import { happyPaths, transitionsOf } from '../happy-paths.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { LocatedState } from '../states.ts';
import { allStates } from '../states.ts';
import { waitBoundsOf } from '../wait-bounds.ts';
import type { WaitBounds } from '../worst-case.ts';
import { delaysOf, worstCaseOf, worstWay } from '../worst-case.ts';
import { codeList, seconds, table } from './markdown.ts';

/** How long each state and the whole machine may take at most, with the arithmetic. */
export function durationTable(definition: Definition, facts: MachineFacts): string {
  const bounds = waitBoundsOf(definition, facts);
  const located = allStates(definition);
  const rows = located.filter(takesTime).map((each) => durationRow(each, bounds));
  const worst = worstWay(definition, bounds);
  const terms = worst.states.flatMap((name) => {
    const found = located.find((each) => each.name === name);
    const most = found ? worstCaseOf(name, found.state, bounds).seconds : 0;
    return most === 0 ? [] : [`${seconds(most)} (\`${name}\`)`];
  });
  const sum = `The longest way: ${terms.join(' + ')} = **${seconds(worst.seconds)}**, below the machine's \`TimeoutSeconds\` of ${seconds(definition.TimeoutSeconds ?? 0)}.`;
  return [
    table(['State', 'One attempt', 'Attempts', 'Delays', 'At most'], rows),
    ...retryArithmetic(located),
    sum,
  ].join('\n\n');
}

/** How attempts and delays come about, shown on the first Task. */
function retryArithmetic(located: readonly LocatedState[]): string[] {
  const task = located.find(({ state }) => state.Type === 'Task');
  if (!task) return [];
  const delays = (task.state.Retry ?? []).map(delaysOf);
  const { attempts, backoffSeconds, seconds: most } = worstCaseOf(task.name, task.state, () => 0);
  const one = task.state.TimeoutSeconds ?? 0;
  return [
    `For \`${task.name}\`: attempts ${[1, ...delays.map((each) => each.length)].join(' + ')} = ${attempts}; ` +
      `delays ${delays.map((each) => `(${each.join(' + ')})`).join(' + ')} = ${seconds(backoffSeconds)}; ` +
      `at most ${attempts} × ${one} s + ${backoffSeconds} s = ${seconds(most)}.`,
  ];
}

function takesTime({ state }: LocatedState): boolean {
  return ['Task', 'Wait', 'Parallel'].includes(state.Type ?? '');
}

function durationRow({ name, state }: LocatedState, bounds: WaitBounds): string[] {
  const worst = worstCaseOf(name, state, bounds);
  const one = (worst.seconds - worst.backoffSeconds) / worst.attempts;
  return [`\`${name}\``, seconds(one), String(worst.attempts), seconds(worst.backoffSeconds), seconds(worst.seconds)];
}

/** The ways on which nothing fails, and what Step Functions bills for each. */
export function transitionTable(definition: Definition): string {
  const paths = happyPaths(definition);
  const common = (name: string) => paths.every((path) => path.includes(name));
  return table(
    ['Way', 'States', 'Transitions billed'],
    paths.map((path) => [
      codeList(path.filter((name) => !common(name))),
      path.join(' → '),
      String(transitionsOf(path)),
    ]),
  );
}
