import type { Json } from '../../../statemachine/asl.ts';
import type { PathRoots } from './path.ts';
import { getByPath } from './path.ts';
import { fillTemplate } from './payload-template.ts';
import { applyResultPath } from './result-path.ts';
import type { Visit } from './visit.ts';

/** Fields that filter what comes into and goes out of a state. */
interface DataFlowFields {
  readonly InputPath?: string | null | undefined;
  readonly OutputPath?: string | null | undefined;
  readonly Parameters?: Json | undefined;
  readonly ResultSelector?: Json | undefined;
  readonly ResultPath?: string | null | undefined;
}

/** InputPath applied to what came in; null means an empty object. */
export function filteredInput({ InputPath }: DataFlowFields, visit: Visit): Json {
  return InputPath === null ? {} : getByPath(InputPath ?? '$', rootsOf(visit, visit.input), 'InputPath');
}

/** InputPath, then Parameters: what the state works on. Its size is held against the quota. */
export function effectiveInput(state: DataFlowFields, visit: Visit): Json {
  const input = filteredInput(state, visit);
  const effective = state.Parameters === undefined ? input : fillTemplate(state.Parameters, rootsOf(visit, input));
  visit.scope.host.measure(effective, `The input of ${visit.name}`);
  return effective;
}

/** ResultSelector, ResultPath, OutputPath: what the state gives for a result. */
export function stateOutput(state: DataFlowFields, visit: Visit, result: Json): Json {
  const selected =
    state.ResultSelector === undefined ? result : fillTemplate(state.ResultSelector, rootsOf(visit, result));
  return filteredOutput(state, visit, applyResultPath(visit.input, selected, state.ResultPath));
}

/** OutputPath applied to what a state gives; null means an empty object. Its size is held against the quota. */
export function filteredOutput({ OutputPath }: DataFlowFields, visit: Visit, output: Json): Json {
  const filtered = OutputPath === null ? {} : getByPath(OutputPath ?? '$', rootsOf(visit, output), 'OutputPath');
  visit.scope.host.measure(filtered, `The output of ${visit.name}`);
  return filtered;
}

/** What the paths of a state look into. */
export function rootsOf(visit: Visit, data: Json): PathRoots {
  return { data, context: visit.context };
}
