import type { ChoiceRule, State, StateMap } from '../asl.ts';

/** Opening and closing of a node by the state's type: Task is a box, Pass is rounded, Choice a diamond, Wait slanted, Fail doubled. */
const NODE_FORM: { readonly [type: string]: readonly [open: string, close: string] } = {
  Pass: ['(', ')'],
  Choice: ['{', '}'],
  Wait: ['[/', '/]'],
  Succeed: ['([', '])'],
  Fail: ['[[', ']]'],
};

/** A state machine as a Mermaid flowchart: full lines where nothing fails, dotted ones for failures. */
export function diagram(machine: StateMap): string {
  const lines = ['flowchart TD', ...inside(machine).map((line) => `  ${line}`)];
  return ['```mermaid', ...lines, '```'].join('\n');
}

function inside(machine: StateMap): string[] {
  const states = Object.entries(machine.States ?? {});
  return [
    ...states.flatMap(([name, state]) => node(name, state)),
    ...states.flatMap(([name, state]) => edges(name, state)),
  ];
}

function node(name: string, state: State): string[] {
  const [open, close] = NODE_FORM[state.Type ?? ''] ?? ['[', ']'];
  if (!state.Branches) return [`${name}${open}"${name}"${close}`];
  const branches = state.Branches.flatMap((branch, index) => [
    `  subgraph ${name}_${index + 1} ["${branch.Comment ?? `Branch ${index + 1}`}"]`,
    ...inside(branch).map((line) => `    ${line}`),
    '  end',
  ]);
  return [`subgraph ${name} ["${name}"]`, ...branches, 'end'];
}

function edges(name: string, state: State): string[] {
  return [
    ...(state.Next ? [`${name} --> ${state.Next}`] : []),
    ...(state.Choices ?? []).map((rule) => `${name} -- "${condition(rule)}" --> ${rule.Next}`),
    ...(state.Default ? [`${name} -- otherwise --> ${state.Default}`] : []),
    ...failureEdges(name, state),
  ];
}

function failureEdges(name: string, state: State): string[] {
  const targets = [...new Set((state.Catch ?? []).map((catcher) => catcher.Next))];
  return targets.map((target) => {
    const errors = (state.Catch ?? [])
      .filter(({ Next }) => Next === target)
      .flatMap(({ ErrorEquals = [] }) => ErrorEquals);
    const label = errors.includes('States.ALL') ? restLabel(targets.length) : errors.join('<br/>');
    return `${name} -. "${label}" .-> ${target}`;
  });
}

/** What leads to the last of several targets is every *other* error. */
function restLabel(targetCount: number): string {
  return targetCount === 1 ? 'any error' : 'any other error';
}

function condition(rule: ChoiceRule): string {
  const [comparison, value] =
    Object.entries(rule).find(([key]) => !['Variable', 'Next', 'Comment'].includes(key)) ?? [];
  return `${rule.Variable ?? ''} ${comparison} ${JSON.stringify(value)}`.trim().replaceAll('"', "'");
}
