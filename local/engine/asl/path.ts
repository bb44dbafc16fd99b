import type { Json } from '../../../statemachine/asl.ts';
import { isJsonArray, isJsonObject, memberOf } from './json.ts';
import type { PathStep, Selector } from './path-parser.ts';
import { parsePathSteps } from './path-parser.ts';
import { engineFailure } from './state-failure.ts';

/** What paths look into: `$` is the data, `$$` the context object. */
export interface PathRoots {
  readonly data: Json;
  readonly context: Json;
}

/** A parsed path. */
export interface Path {
  readonly text: string;
  readonly root: keyof PathRoots;
  readonly steps: readonly PathStep[];
  /** Whether it names one place at most; other paths give an array of everything that matches. */
  readonly definite: boolean;
}

/** Paths come from one definition, so there are few; parsing each once keeps a run cheap. */
const parsedPaths = new Map<string, Path>();

/**
 * Parses a path that begins with `$` or `$$`.
 *
 * @throws StateFailure `States.Runtime` when it cannot be read
 */
export function parsePath(text: string): Path {
  const known = parsedPaths.get(text);
  if (known) {
    return known;
  }
  if (!text.startsWith('$')) {
    throw engineFailure('States.Runtime', `The path '${text}' must begin with '$'.`);
  }
  const root = text.startsWith('$$') ? 'context' : 'data';
  const steps = parsePathSteps(text, root === 'context' ? 2 : 1);
  const path = { text, root, steps, definite: steps.every(isDefinite) } as const;
  parsedPaths.set(text, path);
  return path;
}

/** What a path points to, or undefined when it points to nothing. */
export function findByPath(text: string, roots: PathRoots): Json | undefined {
  const path = parsePath(text);
  const found = path.steps.reduce<readonly Json[]>(applyStep, [roots[path.root]]);
  return path.definite ? found[0] : found;
}

/**
 * What a path points to.
 *
 * @param field the field of the state that holds the path, for the message
 * @throws StateFailure `States.Runtime` when it points to nothing
 */
export function getByPath(text: string, roots: PathRoots, field: string): Json {
  const found = findByPath(text, roots);
  if (found === undefined) {
    throw engineFailure(
      'States.Runtime',
      `The JSONPath '${text}' specified for the field '${field}' could not be found in the input.`,
    );
  }
  return found;
}

function applyStep(values: readonly Json[], { selectors, deep }: PathStep): readonly Json[] {
  const from = deep ? values.flatMap(withEverythingBelow) : values;
  return from.flatMap((value) => selectors.flatMap((selector) => select(value, selector)));
}

function select(value: Json, selector: Selector): readonly Json[] {
  switch (selector.kind) {
    case 'name':
      return isJsonObject(value) ? present(memberOf(value, selector.name)) : [];
    case 'index':
      return isJsonArray(value) ? present(value.at(selector.index)) : [];
    case 'slice':
      return isJsonArray(value)
        ? value.slice(selector.from, selector.to).filter((_, index) => index % selector.step === 0)
        : [];
    case 'all':
      return childrenOf(value);
  }
}

function withEverythingBelow(value: Json): readonly Json[] {
  return [value, ...childrenOf(value).flatMap(withEverythingBelow)];
}

function childrenOf(value: Json): readonly Json[] {
  if (isJsonArray(value)) {
    return value;
  }
  return isJsonObject(value) ? Object.values(value) : [];
}

function present(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}

function isDefinite({ selectors, deep }: PathStep): boolean {
  const [only, ...others] = selectors;
  return !deep && others.length === 0 && (only?.kind === 'name' || only?.kind === 'index');
}
