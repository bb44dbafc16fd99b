import type { PipelineStatusResponse } from '../../../contracts/index.ts';
import type { Flow, FlowGraph, FlowNode } from './flow.ts';
import { allNodes } from './flow.ts';

/** What has become of a state: `failed` may have been let pass, `skipped` was not needed or not reached. */
export type NodeStatus = 'pending' | 'running' | 'retrying' | 'done' | 'failed' | 'stopped' | 'skipped';

/** What has become of a state, and what is known of how. */
export interface NodeState {
  readonly status: NodeStatus;
  readonly started_at?: string;
  readonly ended_at?: string;
  /** Times that its function was called; 0 for a state without one. */
  readonly attempts: number;
  /** True when the result of an earlier attempt was used again. */
  readonly reused: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly error?: string;
}

/** The states of a run by name. */
export type RunStates = ReadonlyMap<string, NodeState>;

/** What is read of a run here. */
type WatchedRun = Pick<PipelineStatusResponse, 'status' | 'states'>;

const BLANK = { attempts: 0, reused: false, counts: {} } as const;

/**
 * Tells of every state what has become of it. The API reports the states that have a function; what became of those between them follows from what came after.
 */
export function runStates(graph: FlowGraph, run: WatchedRun): RunStates {
  const teller = new StateTeller(run);
  teller.tellFlow(graph.steps, run.status === 'SUCCEEDED');
  teller.tellFailure(graph.failure);
  return teller.told;
}

/** Whether a run has come to its end. */
export function hasEnded({ status }: Pick<WatchedRun, 'status'>): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING';
}

class StateTeller {
  readonly told = new Map<string, NodeState>();
  readonly #run: WatchedRun;
  readonly #progress: ReadonlyMap<string, WatchedRun['states'][number]>;

  constructor(run: WatchedRun) {
    this.#run = run;
    this.#progress = new Map(run.states.map((progress) => [progress.state, progress]));
  }

  /** @param passed whether what follows this flow has begun */
  tellFlow(flow: Flow, passed: boolean): void {
    flow.forEach((node, position) => {
      const isPassed = passed || flow.slice(position + 1).some((later) => this.#hasBegun(later));
      const before = flow[position - 1];
      this.told.set(node.name, this.#stateOf(node, isPassed, before));
      this.#tellWays(node, isPassed);
    });
  }

  tellFailure(flow: Flow): void {
    const hasFailed = this.#run.status === 'FAILED';
    for (const node of flow) {
      const status = hasFailed && node.type === 'Fail' ? 'failed' : 'pending';
      this.told.set(node.name, this.#progress.has(node.name) ? this.#taskState(node, hasFailed) : { ...BLANK, status });
    }
  }

  #hasBegun(node: FlowNode): boolean {
    const inner = [...node.ways, ...node.branches.flat()];
    return this.#progress.has(node.name) || inner.some((each) => this.#hasBegun(each));
  }

  #stateOf(node: FlowNode, isPassed: boolean, before: FlowNode | undefined): NodeState {
    if (node.type === 'Task') return this.#taskState(node, isPassed);
    if (node.branches.length > 0) return this.#parallelState(node, isPassed);
    if (isPassed || node.ways.some((way) => this.#hasBegun(way))) return { ...BLANK, status: 'done' };
    const isWaiting = node.type === 'Wait' && before !== undefined && this.told.get(before.name)?.status === 'done';
    if (hasEnded(this.#run)) return { ...BLANK, status: isWaiting ? 'stopped' : 'skipped' };
    return { ...BLANK, status: isWaiting ? 'running' : 'pending' };
  }

  #taskState(node: FlowNode, isPassed: boolean): NodeState {
    const progress = this.#progress.get(node.name);
    if (progress === undefined) return { ...BLANK, status: isPassed || hasEnded(this.#run) ? 'skipped' : 'pending' };
    const { status, started_at, ended_at, invocations, reused, counts, error } = progress;
    const known = {
      started_at,
      attempts: invocations,
      reused,
      counts,
      ...(ended_at && { ended_at }),
      ...(error && { error }),
    };
    if (status === 'succeeded') return { ...known, status: 'done' };
    if (status === 'running') return { ...known, status: hasEnded(this.#run) ? 'stopped' : 'running' };
    // A step that is stopped ends with an error of its own.
    if (this.#run.status === 'ABORTED' && !isPassed) return { ...known, status: 'stopped' };
    const isTriedAgain = !isPassed && !hasEnded(this.#run) && node.retried.includes(error ?? '');
    return { ...known, status: isTriedAgain ? 'retrying' : 'failed' };
  }

  #parallelState(node: FlowNode, isPassed: boolean): NodeState {
    for (const branch of node.branches) this.tellFlow(branch, isPassed);
    const inner = node.branches.flatMap(allNodes).flatMap(({ name }) => this.told.get(name) ?? []);
    const times = timesOf(inner, isPassed);
    if (isPassed) return { ...BLANK, ...times, status: 'done' };
    const is = (status: NodeStatus): boolean => inner.some((state) => state.status === status);
    if (hasEnded(this.#run))
      return { ...BLANK, ...times, status: is('failed') ? 'failed' : is('stopped') ? 'stopped' : 'skipped' };
    return { ...BLANK, ...times, status: this.#hasBegun(node) ? 'running' : 'pending' };
  }

  /** Of the ways of a Choice one is taken; what stands in for a Task is taken when the Task failed and the run went on. */
  #tellWays(node: FlowNode, isPassed: boolean): void {
    const taken = node.ways.find((way) => this.#hasBegun(way)) ?? (isPassed ? this.#wayNotTold(node) : undefined);
    for (const way of node.ways) {
      const isOver = taken !== undefined || isPassed || hasEnded(this.#run);
      const state: NodeState = { ...BLANK, status: way === taken ? 'done' : isOver ? 'skipped' : 'pending' };
      this.told.set(way.name, way === taken && way.type === 'Task' ? this.#taskState(way, isPassed) : state);
    }
  }

  /** A way without a function tells nothing itself: it was taken when nothing else was. */
  #wayNotTold(node: FlowNode): FlowNode | undefined {
    if (node.type !== 'Choice' && this.told.get(node.name)?.status !== 'failed') return undefined;
    return node.ways.find(({ type }) => type !== 'Task');
  }
}

function timesOf(states: readonly NodeState[], isOver: boolean): Pick<NodeState, 'started_at' | 'ended_at'> {
  const starts = states.flatMap(({ started_at }) => started_at ?? []).sort();
  const ends = states.flatMap(({ ended_at }) => ended_at ?? []).sort();
  const [started_at, ended_at] = [starts[0], ends.at(-1)];
  return { ...(started_at && { started_at }), ...(isOver && ended_at && { ended_at }) };
}
