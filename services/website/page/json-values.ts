/** An object of parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a JSON text, or undefined when it is none: pages hold broken data, and nothing depends on it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The value as an object, or undefined for lists, texts and the rest. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The value as a list: itself, or a list of it alone, or empty for nothing. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text or number as text; of a list its first, of an object its `name` or `@value`; else empty. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return typeof value[0] === 'object' ? asText(asObject(value[0])?.name) : asText(value[0]);
  const object = asObject(value);
  const inner = object?.name ?? object?.['@value'];
  return typeof inner === 'string' || typeof inner === 'number' ? String(inner) : '';
}
