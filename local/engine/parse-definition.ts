import type { z } from 'zod';
import { ConfigurationError } from '../../contracts/index.ts';
import { functionNameOf } from './arns.ts';
import type { State, StateMap } from './asl/definition.ts';
import { Definition } from './asl/definition.ts';

/**
 * Reads a state machine with its placeholders filled, as text or as an object.
 *
 * @throws ConfigurationError when it holds what the local engine does not run, leads to a state that is not there, or calls a function without a handler
 */
export function parseDefinition(source: unknown, handlerNames: readonly string[]): Definition {
  const parsed = Definition.safeParse(typeof source === 'string' ? parsedJson(source) : source);
  if (!parsed.success) {
    throw unusable(parsed.error.issues.flatMap((issue) => issueTexts(issue)));
  }
  const problems = problemsOf(parsed.data, new Set(handlerNames));
  if (problems.length > 0) {
    throw unusable(problems);
  }
  return parsed.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ConfigurationError(`The state machine is not JSON: ${String(cause)}.`, { cause });
  }
}

/** A rule of a Choice may be one of several; what is nearest to fitting tells most. */
function issueTexts(issue: z.core.$ZodIssue, outer: readonly PropertyKey[] = []): readonly string[] {
  const path = [...outer, ...issue.path];
  const nearest = issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length).at(0) : [];
  return nearest?.length
    ? nearest.flatMap((inner) => issueTexts(inner, path))
    : [`${path.join('.')}: ${issue.message}`];
}

function problemsOf(states: StateMap, handlerNames: ReadonlySet<string>): readonly string[] {
  const names = new Set(Object.keys(states.States));
  return [
    ...missing(names, 'StartAt', states.StartAt),
    ...Object.entries(states.States).flatMap(([name, state]) => [
      ...targetsOf(state).flatMap((target) => missing(names, name, target)),
      ...branchesOf(state).flatMap((branch) => problemsOf(branch, handlerNames)),
      ...(state.Type === 'Task' ? handlerProblems(name, state.Resource, handlerNames) : []),
    ]),
  ];
}

function missing(names: ReadonlySet<string>, from: string, target: string): readonly string[] {
  return names.has(target) ? [] : [`${from} leads to ${target}, which is no state beside it`];
}

function targetsOf(state: State): readonly string[] {
  const next = 'Next' in state ? [state.Next] : [];
  const caught = 'Catch' in state ? state.Catch.map(({ Next }) => Next) : [];
  const chosen = state.Type === 'Choice' ? [...state.Choices.map(({ Next }) => Next), state.Default] : [];
  return [...next, ...caught, ...chosen].filter((target) => target !== undefined);
}

function branchesOf(state: State): readonly StateMap[] {
  if (state.Type === 'Parallel') {
    return state.Branches;
  }
  return state.Type === 'Map' ? [state.ItemProcessor] : [];
}

function handlerProblems(name: string, resource: string, handlerNames: ReadonlySet<string>): readonly string[] {
  const functionName = functionNameOf(resource);
  return functionName !== undefined && handlerNames.has(functionName)
    ? []
    : [`${name} calls ${resource}, for which there is no handler`];
}

function unusable(problems: readonly string[]): ConfigurationError {
  return new ConfigurationError(`The local engine cannot run this state machine: ${problems.join('; ')}.`, {
    remedy: 'Correct statemachine/interview_pipeline.asl.json, or teach local/engine/asl what it uses.',
  });
}
