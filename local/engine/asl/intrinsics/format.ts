import type { Json } from '../../../../statemachine/asl.ts';
import { engineFailure } from '../state-failure.ts';

const PLACEHOLDER_OR_ESCAPE = /\\(.)|\{\}/gs;

/** Takes the escapes out of a quoted text: `\'`, `\\`, `\{` and `\}`. */
export function unescapeText(raw: string): string {
  return raw.replace(/\\(.)/gs, '$1');
}

/**
 * Puts the arguments into the places `{}` of a template, in order; texts as they are, other values as JSON.
 *
 * @throws StateFailure `States.IntrinsicFailure` when the template is no text, or places and arguments are not equally many
 */
export function formatText(template: Json, args: readonly Json[], expression: string): string {
  if (typeof template !== 'string') {
    throw engineFailure('States.IntrinsicFailure', `The template of ${expression} is not a text.`);
  }
  let used = 0;
  const formatted = template.replace(PLACEHOLDER_OR_ESCAPE, (_, escaped: string | undefined) => {
    if (escaped !== undefined) {
      return escaped;
    }
    const value = args[used];
    used += 1;
    return typeof value === 'string' ? value : JSON.stringify(value ?? null);
  });
  if (used !== args.length) {
    throw engineFailure('States.IntrinsicFailure', `${expression} has ${used} places for ${args.length} arguments.`);
  }
  return formatted;
}
