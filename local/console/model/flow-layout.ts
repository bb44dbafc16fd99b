import type { Flow, FlowGraph, FlowNode } from './flow.ts';

/** A rectangle, in pixels from the left and top. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A state with its place; a `group` holds others. */
export interface PlacedNode extends Box {
  readonly node: FlowNode;
  readonly shape: 'task' | 'small' | 'group';
}

/** A line from one state to another, as the `d` of an SVG path; `aside` lines lead to what is not always taken. */
export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly aside: boolean;
}

/** A graph with every state and line in its place. */
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Heights and distances in pixels: two lines of text in a task, one in every other state, room for an arrow between them. */
const TASK_HEIGHT = 46;
const SMALL_HEIGHT = 30;
const GAP = 20;
const GROUP_PADDING = 12;
const GROUP_TITLE_HEIGHT = 32;
const INDENT = 26;
/** Room at the right for the line that leads a failure past what was not reached. */
const RAIL_WIDTH = 18;
/** What keeps lines and borders inside the picture. */
const MARGIN = 2;
/** Narrowest column in which the names of states still fit. */
const MIN_COLUMN_WIDTH = 200;

/**
 * Places a graph from top to bottom in a given width: what runs side by side stands side by side where there is room for it, one below the other where there is
 * not; what may be taken instead hangs on a line of its own.
 *
 * @param width what the picture may take, in pixels
 * @param failed the state at which a run failed, to show what ends it
 */
export function layOut(graph: FlowGraph, width: number, failed?: string): FlowLayout {
  const rail = failed === undefined ? 0 : RAIL_WIDTH;
  const column: Column = { x: MARGIN, width: width - 2 * MARGIN - rail, nodes: [], edges: [] };
  let bottom = placeFlow(graph.steps, column, MARGIN);
  if (failed !== undefined) {
    const first = column.nodes.length;
    bottom = placeFlow(graph.failure, column, bottom + GAP);
    const from = column.nodes.find(({ node }) => node.name === failed) ?? column.nodes[0];
    const to = column.nodes[first];
    if (from && to) column.edges.push(railEdge(from, to, width - MARGIN));
  }
  return { width, height: bottom + MARGIN, nodes: column.nodes, edges: column.edges };
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly nodes: PlacedNode[];
  readonly edges: PlacedEdge[];
}

/** Places states one below the other and gives where the last one ends. */
function placeFlow(flow: Flow, column: Column, top: number): number {
  let y = top;
  let before: PlacedNode | undefined;
  for (const node of flow) {
    const placed = placeNode(node, column, before === undefined ? y : y + GAP);
    if (before) column.edges.push(straightEdge(before, placed));
    y = placeWays(placed, column);
    before = placed;
  }
  return y;
}

function placeNode(node: FlowNode, column: Column, y: number): PlacedNode {
  const { x, width } = column;
  if (node.branches.length > 0) return placeGroup(node, column, y);
  const isTask = node.type === 'Task';
  const height = isTask ? TASK_HEIGHT : SMALL_HEIGHT;
  const placed: PlacedNode = { node, shape: isTask ? 'task' : 'small', x, y, width, height };
  column.nodes.push(placed);
  return placed;
}

function placeGroup(node: FlowNode, column: Column, y: number): PlacedNode {
  const { x, width, nodes, edges } = column;
  const inner = width - 2 * GROUP_PADDING;
  const share = (inner - GROUP_PADDING * (node.branches.length - 1)) / node.branches.length;
  const isWide = share >= MIN_COLUMN_WIDTH;
  const place = nodes.length;
  let bottom = y + GROUP_TITLE_HEIGHT;
  node.branches.forEach((branch, position) => {
    const left = x + GROUP_PADDING + (isWide ? position * (share + GROUP_PADDING) : 0);
    const top = isWide || position === 0 ? y + GROUP_TITLE_HEIGHT : bottom + GROUP_PADDING;
    bottom = Math.max(bottom, placeFlow(branch, { x: left, width: isWide ? share : inner, nodes, edges }, top));
  });
  const group: PlacedNode = { node, shape: 'group', x, y, width, height: bottom + GROUP_PADDING - y };
  // Before what it holds, so that it is painted beneath.
  nodes.splice(place, 0, group);
  return group;
}

/** Hangs what may be taken on a state, and gives where the last of it ends. */
function placeWays(parent: PlacedNode, column: Column): number {
  let y = parent.y + parent.height;
  for (const way of parent.node.ways) {
    y += GAP / 2;
    const inner = { ...column, x: parent.x + INDENT, width: parent.width - INDENT };
    const placed = placeNode(way, inner, y);
    column.edges.push(hangingEdge(parent, placed));
    y = placed.y + placed.height;
  }
  return y;
}

function straightEdge(from: PlacedNode, to: PlacedNode): PlacedEdge {
  const x = to.x + to.width / 2;
  return edge(from, to, `M${x} ${from.y + from.height}V${to.y}`, false);
}

/** Down from the left of a state, then right into another. */
function hangingEdge(from: PlacedNode, to: PlacedNode): PlacedEdge {
  const path = `M${from.x + INDENT / 2} ${from.y + from.height}V${to.y + to.height / 2}H${to.x}`;
  return edge(from, to, path, true);
}

/** Out at the right of a state, past all others, and into another. */
function railEdge(from: PlacedNode, to: PlacedNode, railX: number): PlacedEdge {
  const path = `M${from.x + from.width} ${from.y + from.height / 2}H${railX}V${to.y + to.height / 2}H${to.x + to.width}`;
  return edge(from, to, path, true);
}

function edge(from: PlacedNode, to: PlacedNode, path: string, aside: boolean): PlacedEdge {
  return { from: from.node.name, to: to.node.name, path, aside };
}
