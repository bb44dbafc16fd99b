import { randomUUID } from 'node:crypto';
import type { Json } from '../../../../statemachine/asl.ts';
import { isJsonObject } from '../json.ts';
import { ARRAY_FUNCTIONS } from './array-functions.ts';
import type { IntrinsicFunction } from './intrinsic-function.ts';
import { allNumbers, isText, parseJson } from './intrinsic-function.ts';
import { base64Decode, base64Encode, hash } from './text-functions.ts';

/** The intrinsic functions of the Amazon States Language, without States.Format, which needs its template unevaluated. */
export const INTRINSIC_FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map<string, IntrinsicFunction>([
  ...ARRAY_FUNCTIONS,
  ['States.Base64Encode', base64Encode],
  ['States.Base64Decode', base64Decode],
  ['States.Hash', hash],
  ['States.JsonMerge', jsonMerge],
  ['States.JsonToString', ([value]) => (value === undefined ? undefined : JSON.stringify(value))],
  ['States.MathAdd', mathAdd],
  ['States.MathRandom', mathRandom],
  ['States.StringSplit', stringSplit],
  ['States.StringToJson', ([text]) => (isText(text) ? parseJson(text) : undefined)],
  ['States.UUID', (args) => (args.length === 0 ? randomUUID() : undefined)],
]);

/** Only the shallow merge exists: the third argument must be false. */
function jsonMerge([first, second, deep]: readonly Json[]): Json | undefined {
  return first !== undefined && second !== undefined && isJsonObject(first) && isJsonObject(second) && deep === false
    ? Object.fromEntries([...Object.entries(first), ...Object.entries(second)])
    : undefined;
}

function mathAdd(args: readonly Json[]): Json | undefined {
  const [a, b] = args;
  return args.length === 2 && allNumbers(args) ? Math.round(Number(a)) + Math.round(Number(b)) : undefined;
}

/** A whole number from the first argument up to, without, the second; a seed as the third makes it repeatable. */
function mathRandom(args: readonly Json[]): Json | undefined {
  if (!allNumbers(args) || args.length < 2 || args.length > 3) {
    return undefined;
  }
  const [from, to, seed] = args.map((value) => Math.round(Number(value)));
  const span = Number(to) - Number(from);
  return Number(from) + Math.floor((seed === undefined ? Math.random() : seeded(seed)) * span);
}

/** One draw of the generator mulberry32, from 0 up to 1. */
function seeded(seed: number): number {
  let mixed = (seed + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** Every character of the second argument separates; empty pieces are left out. */
function stringSplit([text, separators]: readonly Json[]): Json | undefined {
  if (!isText(text) || !isText(separators)) {
    return undefined;
  }
  const pieces: string[] = [''];
  for (const character of text) {
    if (separators.includes(character)) {
      pieces.push('');
    } else {
      pieces.push(`${pieces.pop() ?? ''}${character}`);
    }
  }
  return pieces.filter((piece) => piece !== '');
}
