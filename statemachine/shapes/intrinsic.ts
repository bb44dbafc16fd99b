import type { Shape } from './shape.ts';
import { STRING, UNKNOWN } from './shape.ts';

/** An argument of an intrinsic function: text in quotes, a path, another call, or a number, boolean or null. */
export type IntrinsicArgument =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'call'; readonly call: IntrinsicCall }
  | { readonly kind: 'value' };

/** A call of an intrinsic function, e.g. `States.Format('{} failed', $.state)`. */
export interface IntrinsicCall {
  readonly name: string;
  readonly args: readonly IntrinsicArgument[];
}

const ARRAY: Shape = { type: 'array' };
const NUMBER: Shape = { type: 'number' };

/** What each intrinsic function of Step Functions gives. */
const RESULT_OF: { readonly [name: string]: Shape } = {
  'States.Format': STRING,
  'States.JsonToString': STRING,
  'States.StringToJson': UNKNOWN,
  'States.Array': ARRAY,
  'States.ArrayPartition': ARRAY,
  'States.ArrayRange': ARRAY,
  'States.ArrayUnique': ARRAY,
  'States.StringSplit': ARRAY,
  'States.ArrayContains': { type: 'boolean' },
  'States.ArrayGetItem': UNKNOWN,
  'States.ArrayLength': { type: 'integer' },
  'States.Base64Encode': STRING,
  'States.Base64Decode': STRING,
  'States.Hash': STRING,
  'States.JsonMerge': { type: 'object' },
  'States.MathAdd': NUMBER,
  'States.MathRandom': NUMBER,
  'States.UUID': STRING,
};

/** The shape that a call gives; undefined when Step Functions knows no such function. */
export function resultOf(call: IntrinsicCall): Shape | undefined {
  return RESULT_OF[call.name];
}

const TOKEN = /\s*(?:(States\.\w+)\(|('(?:\\.|[^'\\])*')|(\$[^,)\s]*)|(-?\d+(?:\.\d+)?|true|false|null)|([,)]))/y;

/** Reads a call of an intrinsic function; gives undefined when the text is none. */
export function parseIntrinsic(text: string): IntrinsicCall | undefined {
  const reader = new Reader(text.trim());
  const first = reader.argument();
  return first?.kind === 'call' && reader.atEnd() ? first.call : undefined;
}

class Reader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#position === this.#text.length;
  }

  argument(): IntrinsicArgument | undefined {
    const match = this.#next();
    if (match?.[1]) return this.#call(match[1]);
    if (match?.[2]) return { kind: 'text', text: match[2].slice(1, -1) };
    if (match?.[3]) return { kind: 'path', path: match[3] };
    return match?.[4] ? { kind: 'value' } : undefined;
  }

  #call(name: string): IntrinsicArgument | undefined {
    const args: IntrinsicArgument[] = [];
    for (;;) {
      const start = this.#position;
      if (args.length === 0 && this.#next()?.[5] === ')') return { kind: 'call', call: { name, args } };
      this.#position = start;
      const argument = this.argument();
      if (!argument) return undefined;
      args.push(argument);
      const separator = this.#next()?.[5];
      if (separator === ')') return { kind: 'call', call: { name, args } };
      if (separator !== ',') return undefined;
    }
  }

  #next(): RegExpExecArray | undefined {
    TOKEN.lastIndex = this.#position;
    const match = TOKEN.exec(this.#text);
    if (match) this.#position = TOKEN.lastIndex;
    return match ?? undefined;
  }
}
