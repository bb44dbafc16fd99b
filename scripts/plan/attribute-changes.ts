import { at, canonical, embeddedJson, isObject } from './json-values.ts';
import { code } from './markdown.ts';
import type { Change } from './plan-json.ts';

/** An attribute that is not what it was. Values are Markdown, as they may be shown. */
export interface AttributeChange {
  /** `environment.0.variables.LOG_LEVEL`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** The values themselves, where they are known and not sensitive. */
  readonly raw: { readonly before: unknown; readonly after: unknown };
}

/** Attributes named in one line; a document that is rewritten has hundreds, and a line that is too long takes the rest of a summary with it. */
const MAX_ATTRIBUTES_IN_LINE = 12;

const SENSITIVE = '(sensitive)';

/** Stands for a value that Terraform learns by applying. */
export const UNKNOWN = '(known after apply)';

const ABSENT = '—';

/** A value with what Terraform says of it. */
interface Marked {
  readonly value: unknown;
  readonly sensitive: unknown;
  readonly unknown: unknown;
}

/**
 * The attributes, down to their single values, that differ before and after; those that exist on one side only among them. JSON inside a text is looked
 * into. Sensitive values are never given, and what Terraform learns by applying is said to be so.
 */
export function attributeChanges(change: Change): AttributeChange[] {
  const before = { value: change.before, sensitive: change.before_sensitive, unknown: false };
  const after = { value: change.after, sensitive: change.after_sensitive, unknown: change.after_unknown };
  return compareMarked('', before, after);
}

/** `` `memory_size`: `512` → `1024` `` for each change, the first dozen of them; the others are counted. */
export function toldChanges(changes: readonly AttributeChange[], separator: string): string {
  const told = changes
    .slice(0, MAX_ATTRIBUTES_IN_LINE)
    .map(({ path, before, after }) => `${code(path)}: ${before} → ${after}`);
  const more = changes.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}

function compareMarked(path: string, before: Marked, after: Marked): AttributeChange[] {
  const whole = [before, after].some(({ sensitive, unknown }) => sensitive === true || unknown === true);
  const [left, right] = [inner(before), inner(after)];
  const there = [left.value, right.value].filter((value) => value !== null && value !== undefined);
  const isMadeOfParts = there.length > 0 && there.every((value) => typeof value === 'object');
  if (whole || !isMadeOfParts) return isChanged(before, after) ? [asChange(path, before, after)] : [];
  const keys = new Set([left, right].flatMap(({ value, unknown }) => [...keysOf(value), ...keysOf(unknown)]));
  return [...keys].sort().flatMap((key) => {
    const below = path === '' ? key : `${path}.${key}`;
    return compareMarked(below, partOf(left, key), partOf(right, key));
  });
}

/** JSON inside a text is taken for what it says. */
function inner(marked: Marked): Marked {
  const json = embeddedJson(marked.value);
  return json === undefined ? marked : { ...marked, value: json };
}

function partOf({ value, sensitive, unknown }: Marked, key: string): Marked {
  return { value: at(value, key), sensitive: at(sensitive, key), unknown: at(unknown, key) };
}

function keysOf(value: unknown): string[] {
  return isObject(value) || Array.isArray(value) ? Object.keys(value) : [];
}

function isChanged(before: Marked, after: Marked): boolean {
  if (after.unknown === true) return true;
  return canonical(before.value ?? null) !== canonical(after.value ?? null);
}

function asChange(path: string, before: Marked, after: Marked): AttributeChange {
  const hidden = holdsTrue(before.sensitive) || holdsTrue(after.sensitive);
  return {
    path,
    before: hidden && isThere(before) ? SENSITIVE : shown(before),
    after: hidden && isThere(after) ? SENSITIVE : shown(after),
    raw: { before: hidden ? undefined : before.value, after: hidden ? undefined : after.value },
  };
}

/** Whether a mark, or the mark of any part, says yes. */
function holdsTrue(marks: unknown): boolean {
  return marks === true || (typeof marks === 'object' && marks !== null && Object.values(marks).some(holdsTrue));
}

function isThere({ value, unknown }: Marked): boolean {
  return unknown === true || (value !== undefined && value !== null);
}

function shown({ value, unknown }: Marked): string {
  if (unknown === true) return UNKNOWN;
  if (value === undefined || value === null) return ABSENT;
  return code(typeof value === 'string' ? value : canonical(value));
}
