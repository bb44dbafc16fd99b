import type { FlowGraph } from '../../model/flow.ts';
import type { FlowLayout, PlacedNode } from '../../model/flow-layout.ts';
import { layOut } from '../../model/flow-layout.ts';
import { shortened, timeTaken } from '../../model/format.ts';
import type { NodeState, RunStates } from '../../model/run-state.ts';
import { detailOf } from '../../model/run-words.ts';
import { el, fill, setAttributes, svg } from '../element.ts';
import { statusMark } from './status-mark.ts';

/** Pixels that a letter of the second line takes, so that it ends inside its box. */
const DETAIL_LETTER_WIDTH = 5.9;
/** Where texts begin, in pixels from the left of their box, and what is kept free at its right. */
const TEXT_X = 34;
const TEXT_END = 12;
/** Narrowest picture, in pixels: what a screen of 320 leaves. */
const MIN_WIDTH = 270;
const MAX_WIDTH = 620;

const PENDING: NodeState = { status: 'pending', attempts: 0, reused: false, counts: {} };

/** What the picture shows. */
export interface GraphState {
  readonly states: RunStates;
  /** Where the run failed, if it did. */
  readonly failed?: string;
}

/** The state machine as a picture. Whoever does not see it has the table of the same states; so it is hidden from them. */
export class RunGraph {
  readonly element = el('div', { class: 'graph', 'aria-hidden': 'true' });
  readonly #graph: FlowGraph;
  readonly #picture = svg('svg', { focusable: 'false' });
  #shown: GraphState = { states: new Map() };

  constructor(graph: FlowGraph, signal: AbortSignal) {
    this.#graph = graph;
    this.element.append(this.#picture);
    const observer = new ResizeObserver(() => this.#draw(new Date()));
    observer.observe(this.element);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Shows the states of a run. */
  show(state: GraphState, now: Date): void {
    this.#shown = state;
    this.#draw(now);
  }

  #draw(now: Date): void {
    const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.floor(this.element.clientWidth)));
    const layout = layOut(this.#graph, width, this.#shown.failed);
    setAttributes(this.#picture, { width, height: layout.height, viewBox: `0 0 ${width} ${layout.height}` });
    const groups = layout.nodes.filter(({ shape }) => shape === 'group');
    const others = layout.nodes.filter(({ shape }) => shape !== 'group');
    const drawn = (nodes: readonly PlacedNode[]) => nodes.map((node) => this.#nodeOf(node, now));
    fill(this.#picture, arrowHead(), drawn(groups), this.#edges(layout), drawn(others));
  }

  #edges({ edges }: FlowLayout): SVGPathElement[] {
    return edges.map(({ to, path, aside }) => {
      const { status } = this.#shown.states.get(to) ?? PENDING;
      return svg('path', { d: path, class: `edge ${aside ? 'aside' : ''} to-${status}`, 'marker-end': 'url(#arrow)' });
    });
  }

  #nodeOf({ node, shape, x, y, width, height }: PlacedNode, now: Date): SVGGElement {
    const state = this.#shown.states.get(node.name) ?? PENDING;
    const time = node.type === 'Task' || shape === 'group' ? timeTaken(state, now) : undefined;
    const detail = shape === 'task' ? detailOf(state) : '';
    const lineY = shape === 'group' ? 21 : detail === '' ? height / 2 + 4.5 : 19;
    const room = Math.floor((width - TEXT_X - TEXT_END) / DETAIL_LETTER_WIDTH);
    return svg(
      'g',
      { class: `node ${shape} is-${state.status}`, transform: `translate(${x} ${y})` },
      svg('title', {}, node.comment),
      svg('rect', { class: 'box', width, height, rx: shape === 'small' ? height / 2 : 8 }),
      svg('g', { transform: `translate(10 ${lineY - 12.5})` }, statusMark(state.status)),
      svg('text', { class: 'name', x: TEXT_X, y: lineY }, node.name),
      time === undefined
        ? undefined
        : svg('text', { class: 'time', x: width - TEXT_END, y: lineY, 'text-anchor': 'end' }, time),
      detail === '' ? undefined : svg('text', { class: 'detail', x: TEXT_X, y: lineY + 17 }, shortened(detail, room)),
    );
  }
}

function arrowHead(): SVGDefsElement {
  const marker = svg(
    'marker',
    {
      id: 'arrow',
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: 7,
      markerHeight: 7,
      orient: 'auto-start-reverse',
    },
    svg('path', { d: 'M1 1 7 4 1 7', class: 'arrow' }),
  );
  return svg('defs', {}, marker);
}
