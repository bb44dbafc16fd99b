import type { FlowGraph } from '../../../local/console/model/flow.ts';
import { flowGraphOf } from '../../../local/console/model/flow.ts';
import { stateMachineTemplate } from '../../../statemachine/render.ts';

/** The graph of the state machine that is deployed. */
export const GRAPH: FlowGraph = flowGraphOf(JSON.parse(stateMachineTemplate()));
