import type { PipelineStatusResponse } from '../../../../contracts/index.ts';
import type { FlowGraph } from '../../model/flow.ts';
import type { RunStates } from '../../model/run-state.ts';
import { hasEnded, runStates } from '../../model/run-state.ts';
import { sentenceOf } from '../../model/run-words.ts';
import { announce } from '../announce.ts';
import { button } from '../button.ts';
import { el, setAttributes } from '../element.ts';
import type { GraphState } from './run-graph.ts';
import { RunGraph } from './run-graph.ts';
import { RunTable } from './run-table.ts';

/** Milliseconds after which the times of running states are drawn anew. */
const TICK_MS = 1_000;

/** How far a run is: the picture, the same as a table, and what changes in words. */
export class RunProgress {
  readonly element: HTMLElement;
  readonly #graph: FlowGraph;
  readonly #picture: RunGraph;
  readonly #table: RunTable;
  #run: PipelineStatusResponse | undefined;
  #told: RunStates = new Map();

  constructor(graph: FlowGraph, signal: AbortSignal) {
    this.#graph = graph;
    this.#picture = new RunGraph(graph, signal);
    this.#table = new RunTable(graph);
    const table = el('div', { class: 'table-place heard' }, this.#table.element);
    const toggle = button(
      { class: 'quiet', 'aria-pressed': 'false' },
      () => {
        const isShown = table.classList.toggle('heard');
        setAttributes(toggle, { 'aria-pressed': String(!isShown) });
      },
      'Show as a table',
    );
    this.element = el(
      'section',
      { class: 'progress', 'aria-labelledby': 'progress-title' },
      el('div', { class: 'section-head' }, el('h2', { id: 'progress-title' }, 'Progress'), toggle),
      this.#picture.element,
      table,
    );
    const ticks = setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(ticks));
  }

  /** Shows a run, and says what is new in it. */
  show(run: PipelineStatusResponse): void {
    const isFirst = this.#run === undefined;
    this.#run = run;
    const states = runStates(this.#graph, run);
    if (!isFirst) this.#announce(states);
    this.#told = states;
    this.#draw();
  }

  #tick(): void {
    if (this.#run && !hasEnded(this.#run) && document.visibilityState === 'visible') this.#draw();
  }

  #draw(): void {
    const failed = this.#failedAt();
    const now = new Date();
    const shown: GraphState = { states: this.#told, ...(failed && { failed }) };
    this.#picture.show(shown, now);
    this.#table.show(this.#told, failed !== undefined, now);
  }

  /** The state at which the run failed: the step of the machine that names it. */
  #failedAt(): string | undefined {
    if (this.#run?.status !== 'FAILED') return undefined;
    return this.#run.failure?.state ?? this.#graph.steps[0]?.name;
  }

  #announce(states: RunStates): void {
    const now = new Date();
    for (const { state: name } of this.#run?.states ?? []) {
      const state = states.get(name);
      if (state && state.status !== this.#told.get(name)?.status) announce(sentenceOf(name, state, now));
    }
  }
}
