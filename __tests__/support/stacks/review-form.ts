/** Attributes that hold JSON as text; a reviewer wants to read what is in them. */
const EMBEDDED_JSON = new Set([
  'policy',
  'assume_role_policy',
  'definition',
  'event_pattern',
  'dashboard_body',
  'format',
]);

/** A hash in a path or an attribute: it changes with the code of a function, which is reviewed where it is written. */
const HASH = /\b[0-9A-Fa-f]{32}\b/g;

/**
 * A synthesized stack in a form for people: without cdktf's own notes and the hashes of code, with policies and the like expanded and keys in a fixed
 * order, so that a change of the infrastructure is a change of the lines that say it.
 */
export function reviewForm(text: string): string {
  return `${write(simplify(JSON.parse(text)), '')}\n`;
}

/** Longest line of the form, in characters: what fits is written on one line. */
const MAX_LINE_CHARACTERS = 140;

function write(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= MAX_LINE_CHARACTERS || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((part) => write(part, inner))
    : Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${write(part, inner)}`);
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`;
}

function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (typeof value === 'string') return value.replace(HASH, '<hash>');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([name]) => name !== '//' && name !== 'source_code_hash')
    .map(
      ([name, part]) =>
        [name, EMBEDDED_JSON.has(name) && typeof part === 'string' ? expand(part) : simplify(part)] as const,
    );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function expand(text: string): unknown {
  return simplify(JSON.parse(text));
}
