import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../../statemachine/asl.ts';
import { isJsonArray } from '../json.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';
import { allNumbers } from './intrinsic-function.ts';

/** Most elements of `States.ArrayRange`: a limit of Step Functions. */
const MAX_RANGE_ELEMENTS = 1_000;

/** The intrinsic functions on arrays. */
export const ARRAY_FUNCTIONS: readonly (readonly [string, IntrinsicFunction])[] = [
  ['States.Array', (args) => args],
  ['States.ArrayContains', onArray((array, [value]) => value !== undefined && contains(array, value))],
  ['States.ArrayGetItem', onArray((array, [index]) => (isWhole(index) && index >= 0 ? array[index] : undefined))],
  ['States.ArrayLength', onArray((array) => array.length)],
  ['States.ArrayPartition', onArray(partition)],
  ['States.ArrayRange', range],
  ['States.ArrayUnique', onArray((array) => array.filter((value, index) => !contains(array.slice(0, index), value)))],
];

function onArray(compute: (array: readonly Json[], rest: readonly Json[]) => Json | undefined): IntrinsicFunction {
  return ([array, ...rest]) => (array !== undefined && isJsonArray(array) ? compute(array, rest) : undefined);
}

function contains(array: readonly Json[], value: Json): boolean {
  return array.some((item) => isDeepStrictEqual(item, value));
}

function partition(array: readonly Json[], [size]: readonly Json[]): Json | undefined {
  const length = Math.round(Number(size));
  return typeof size === 'number' && length > 0
    ? Array.from({ length: Math.ceil(array.length / length) }, (_, index) =>
        array.slice(index * length, (index + 1) * length),
      )
    : undefined;
}

/** From the first argument to the second, both included, by the third. */
function range(args: readonly Json[]): Json | undefined {
  const [first = 0, last = 0, step = 0] = args.map((value) => Math.round(Number(value)));
  if (args.length !== 3 || !allNumbers(args) || step === 0) {
    return undefined;
  }
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  return length <= MAX_RANGE_ELEMENTS ? Array.from({ length }, (_, index) => first + index * step) : undefined;
}

function isWhole(value: Json | undefined): value is number {
  return Number.isInteger(value);
}
