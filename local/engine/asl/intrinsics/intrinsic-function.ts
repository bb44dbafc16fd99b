import type { Json } from '../../../../statemachine/asl.ts';

/** Computes from evaluated arguments; undefined says that they do not fit. */
export type IntrinsicFunction = (args: readonly Json[]) => Json | undefined;

/** Longest text that the functions of encoding and hashing take, in characters: a limit of Step Functions. */
export const MAX_INTRINSIC_TEXT_CHARACTERS = 10_000;

/** Whether an argument is there and a text. */
export function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

/** Whether every argument is a number. */
export function allNumbers(values: readonly Json[]): boolean {
  return values.every((value) => typeof value === 'number');
}

/** Parses JSON, or gives undefined for a text that is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || String(error).startsWith('SyntaxError')) {
      return undefined;
    }
    throw error;
  }
}
