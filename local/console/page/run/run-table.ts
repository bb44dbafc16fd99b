import type { FlowGraph, FlowNode } from '../../model/flow.ts';
import { allNodes } from '../../model/flow.ts';
import { timeTaken } from '../../model/format.ts';
import type { NodeState, RunStates } from '../../model/run-state.ts';
import { detailOf, STATE_WORDS } from '../../model/run-words.ts';
import { el, fill } from '../element.ts';
import { statusPicture } from './status-mark.ts';

/** The states of a run as a table: what the picture shows, for whoever hears the page or wants to read it. */
export class RunTable {
  readonly element: HTMLTableElement;
  readonly #body = el('tbody');
  readonly #graph: FlowGraph;

  constructor(graph: FlowGraph) {
    this.#graph = graph;
    const columns = ['State', 'What became of it', 'Time', 'Details'].map((name) => el('th', { scope: 'col' }, name));
    this.element = el(
      'table',
      { class: 'states' },
      el('caption', {}, 'States of the pipeline'),
      el('thead', {}, el('tr', {}, columns)),
      this.#body,
    );
  }

  /** Shows the states of a run. */
  show(states: RunStates, hasFailed: boolean, now: Date): void {
    const nodes = [...allNodes(this.#graph.steps), ...(hasFailed ? this.#graph.failure : [])];
    fill(
      this.#body,
      nodes.flatMap((node) => rowOf(node, states.get(node.name), now) ?? []),
    );
  }
}

function rowOf({ name, comment }: FlowNode, state: NodeState | undefined, now: Date): HTMLTableRowElement | undefined {
  if (state === undefined) return undefined;
  const words = el('span', {}, statusPicture(state.status), ` ${STATE_WORDS[state.status]}`);
  return el(
    'tr',
    {},
    el('th', { scope: 'row', title: comment }, name),
    el('td', { class: `is-${state.status}` }, words),
    el('td', { class: 'number' }, timeTaken(state, now) ?? ''),
    el('td', {}, detailOf(state)),
  );
}
