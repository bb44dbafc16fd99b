import type { Definition } from './asl.ts';
import type { MachineFacts } from './machine-facts.ts';
import { parseReferencePath } from './shapes/reference-path.ts';
import { resolvePath } from './shapes/resolve-path.ts';
import type { Shape } from './shapes/shape.ts';
import { alternatives } from './shapes/shape.ts';
import { walkMachine } from './shapes/walk.ts';
import { allStates } from './states.ts';
import type { WaitBounds } from './worst-case.ts';

/** How long each Wait with a `SecondsPath` may take, in seconds: the maximum that the contracts set for the value there, infinity where they set none. */
export function waitBoundsOf(definition: Definition, facts: MachineFacts): WaitBounds {
  const { inputs } = walkMachine(definition, facts);
  const bounds = allStates(definition).flatMap(({ name, state }): [string, number][] =>
    state.SecondsPath === undefined ? [] : [[name, boundAt(state.SecondsPath, inputs.get(name) ?? [])]],
  );
  const boundOf = new Map(bounds);
  return (name) => boundOf.get(name) ?? 0;
}

function boundAt(path: string, inputs: readonly Shape[]): number {
  const steps = parseReferencePath(path)?.steps ?? [];
  const maxima = inputs.map((input) => {
    const resolution = resolvePath(input, steps);
    return 'shape' in resolution ? alternatives(resolution.shape).map(maximumOf) : [Number.POSITIVE_INFINITY];
  });
  return Math.max(0, ...maxima.flat());
}

function maximumOf(shape: Shape): number {
  return shape.maximum ?? Number.POSITIVE_INFINITY;
}
