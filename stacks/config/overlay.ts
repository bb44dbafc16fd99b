import type { Setting } from './settings.ts';
import { SETTINGS } from './settings.ts';

/** Prefix of the variables that take the place of settings. */
const PREFIX = 'DEPLOY_';

/** Chooses the environment; not a setting of one. */
export const ENVIRONMENT_VARIABLE = 'DEPLOY_ENV';

type Json = Record<string, unknown>;

/** Variables that look like settings and are none: a misspelt one would be ignored in silence. */
export function unknownVariables(variables: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set([ENVIRONMENT_VARIABLE, ...SETTINGS.map(({ variable }) => variable)]);
  return Object.keys(variables)
    .filter((name) => name.startsWith(PREFIX) && !known.has(name))
    .sort();
}

/** The configuration of the file with the variables put in their places; the file's own object is left alone. */
export function withVariables(file: Json, variables: Readonly<Record<string, string | undefined>>): Json {
  const merged = structuredClone(file);
  for (const setting of SETTINGS) {
    const text = variables[setting.variable];
    if (text !== undefined) put(merged, setting.key.split('.'), readValue(setting, text));
  }
  return merged;
}

/** A variable is text: it is taken as such where the setting allows it, else read as JSON, so that numbers and lists can be given. `null` takes a setting away that may be absent. */
function readValue({ schema }: Setting, text: string): unknown {
  if (text === 'null' && schema.safeParse(null).success) return null;
  if (schema.safeParse(text).success) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function put(target: Json, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = target[name];
  const next: Json = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Json) : {};
  target[name] = next;
  put(next, rest, value);
}
