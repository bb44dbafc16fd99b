import { at, isObject, listOf } from './json-values.ts';

/** Shortest sensitive text that is looked for elsewhere too, in characters: a shorter one, such as `true`, would be found by chance. */
const MIN_SEARCHED_CHARACTERS = 8;

/** An object with marks for its parts: `true` where all of a part is sensitive, else the marks of what is in it. */
type Marked = readonly [object: unknown, marks: Readonly<Record<string, unknown>>];

/**
 * Replaces every sensitive value of what `terraform show -json` printed, so that the text can be kept with a pull request. A value that is marked in one place
 * is replaced wherever it stands; equal values get the same name, so that a change can still be told.
 */
export function redactPlan(plan: unknown): unknown {
  const marked = markedObjects(plan);
  const texts = [...new Set(marked.flatMap(([object, marks]) => sensitiveTexts(object, marks)))];
  const names = new Map(texts.map((text, index) => [text, `(sensitive ${index + 1})`]));
  return withoutTexts(withoutMarked(plan, new Map(marked), names), searchedTexts(names));
}

/** Every place in which Terraform says what is sensitive. */
function markedObjects(plan: unknown): Marked[] {
  const resources = ['resource_changes', 'resource_drift'].flatMap((key) => listOf(at(plan, key)));
  const changes = [...resources.map((each) => at(each, 'change')), ...Object.values(objectAt(plan, 'output_changes'))];
  const values = [at(plan, 'planned_values'), at(at(plan, 'prior_state'), 'values')];
  const outputs = values.flatMap((each) => Object.values(objectAt(each, 'outputs')));
  return [
    ...changes.map(
      (each): Marked => [each, { before: at(each, 'before_sensitive'), after: at(each, 'after_sensitive') }],
    ),
    ...outputs.map((each): Marked => [each, { value: at(each, 'sensitive') }]),
    ...values.flatMap((each) => resourcesIn(at(each, 'root_module'))),
  ];
}

function resourcesIn(module: unknown): Marked[] {
  const own = listOf(at(module, 'resources')).map((each): Marked => [each, { values: at(each, 'sensitive_values') }]);
  return [...own, ...listOf(at(module, 'child_modules')).flatMap(resourcesIn)];
}

function objectAt(value: unknown, key: string): { readonly [key: string]: unknown } {
  const found = at(value, key);
  return isObject(found) ? found : {};
}

function sensitiveTexts(value: unknown, marks: unknown): string[] {
  if (typeof value === 'string') return marks === true && value !== '' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => sensitiveTexts(part, marks === true ? true : at(marks, key)));
}

/** Replaces what is marked, short texts and numbers too; the marked objects are found by identity. */
function withoutMarked(
  plan: unknown,
  marksOf: ReadonlyMap<unknown, unknown>,
  names: ReadonlyMap<string, string>,
): unknown {
  const visit = (value: unknown, marks: unknown): unknown => {
    const isLeaf = typeof value !== 'object' || value === null;
    if (isLeaf) return marks === true ? replacementOf(value, names) : value;
    const own = marks ?? marksOf.get(value);
    return mapParts(value, (part, key) => visit(part, own === true ? true : at(own, key)));
  };
  return visit(plan, undefined);
}

function replacementOf(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (value === null || value === undefined) return value;
  return typeof value === 'string' ? (names.get(value) ?? value) : '(sensitive)';
}

/** The texts to look for, as they are and as they stand within JSON; the longest first, because one may hold another. */
function searchedTexts(names: ReadonlyMap<string, string>): (readonly [string, string])[] {
  return [...names]
    .filter(([text]) => text.length >= MIN_SEARCHED_CHARACTERS)
    .flatMap(([text, name]) => [[text, name] as const, [JSON.stringify(text).slice(1, -1), name] as const])
    .sort(([a], [b]) => b.length - a.length);
}

/** Replaces sensitive texts that stand, alone or within others, where nothing marks them. */
function withoutTexts(value: unknown, searched: readonly (readonly [string, string])[]): unknown {
  if (typeof value === 'string') return searched.reduce((rest, [text, name]) => rest.replaceAll(text, name), value);
  return typeof value === 'object' && value !== null ? mapParts(value, (part) => withoutTexts(part, searched)) : value;
}

function mapParts(value: object, change: (part: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part, index) => change(part, String(index)));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part, key)]));
}
