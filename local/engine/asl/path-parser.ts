import { engineFailure } from './state-failure.ts';

/** Chooses children of a value. */
export type Selector =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | {
      readonly kind: 'slice';
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly step: number;
    }
  | { readonly kind: 'all' };

/** One step of a path: selectors, applied to the values so far or (`deep`) to them and everything below. */
export interface PathStep {
  readonly selectors: readonly Selector[];
  readonly deep: boolean;
}

const STEP =
  /(?<dots>\.{1,2})?(?:(?<name>[^.[\]()'"\s,$*?@]+)|(?<star>\*)|\[(?<brackets>(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\]'"])*)\])/y;
const QUOTED = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")$/;
const INDEX = /^-?\d+$/;
const SLICE = /^(-?\d+)?:(-?\d+)?(?::(\d+))?$/;
const UNION_ITEM = /\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^,'"\s]+)\s*(,|$)/y;

/**
 * Reads the part of a JSONPath after `$` or `$$`: names, indexes, slices, wildcards, unions and `..`. Filters are left out: no path of
 * the pipeline has one.
 *
 * @throws StateFailure `States.Runtime` for anything else
 */
export function parsePathSteps(path: string, start: number): readonly PathStep[] {
  const steps: PathStep[] = [];
  let position = start;
  while (position < path.length) {
    STEP.lastIndex = position;
    const groups = STEP.exec(path)?.groups;
    if (groups === undefined || !isComplete(groups)) {
      throw invalid(path, position);
    }
    steps.push({ selectors: selectorsOf(groups, path), deep: groups.dots === '..' });
    position = STEP.lastIndex;
  }
  return steps;
}

/** A name or star needs a dot before it; brackets none, or two for "everything below". */
function isComplete({ dots, brackets }: Record<string, string | undefined>): boolean {
  return brackets === undefined ? dots !== undefined : dots !== '.';
}

function selectorsOf(groups: Record<string, string | undefined>, path: string): readonly Selector[] {
  if (groups.name !== undefined) {
    return [{ kind: 'name', name: groups.name }];
  }
  return groups.brackets === undefined
    ? [{ kind: 'all' }]
    : unionItems(groups.brackets, path).map((text) => selectorOf(text, path));
}

/** What stands between the commas of brackets; a comma in quotes does not count. */
function unionItems(brackets: string, path: string): readonly string[] {
  const items: string[] = [];
  let position = 0;
  let separator: string | undefined = ',';
  while (separator === ',') {
    UNION_ITEM.lastIndex = position;
    const match = UNION_ITEM.exec(brackets);
    if (match === null) {
      throw invalid(path, path.indexOf(brackets) + position);
    }
    items.push(match[1] ?? '');
    separator = match[2];
    position = UNION_ITEM.lastIndex;
  }
  return items;
}

function selectorOf(text: string, path: string): Selector {
  const quoted = QUOTED.exec(text);
  if (quoted) {
    return { kind: 'name', name: (quoted[1] ?? quoted[2] ?? '').replace(/\\(['\\])/g, '$1') };
  }
  if (text === '*') {
    return { kind: 'all' };
  }
  return INDEX.test(text) ? { kind: 'index', index: Number(text) } : sliceOf(text, path);
}

function sliceOf(text: string, path: string): Selector {
  const slice = SLICE.exec(text);
  if (!slice) {
    throw invalid(path, path.indexOf(text));
  }
  return { kind: 'slice', from: numberOf(slice[1]), to: numberOf(slice[2]), step: numberOf(slice[3]) ?? 1 };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function invalid(path: string, position: number): Error {
  return engineFailure('States.Runtime', `The path '${path}' cannot be read from character ${position + 1} on.`);
}
