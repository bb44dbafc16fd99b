import { at, isObject, listOf } from './json-values.ts';

/** Shortest sensitive text that is looked for elsewhere too, in characters: a shorter one, such as `true`, would be found by chance. */
const MIN_SEARCHED_CHARACTERS = 8;

/** Pairs of a value and its marks: `true` where all of it is sensitive, else the marks of its parts. */
type Marked = readonly [value: unknown, marks: unknown];

/**
 * Replaces every sensitive value of what `terraform show -json` printed, so that the text can be kept with a pull request. A value that is marked in one place
 * is replaced wherever it stands; equal values get the same name, so that a change can still be told.
 */
export function redactPlan(plan: unknown): unknown {
  const marked = markedValues(plan);
  const texts = [...new Set(marked.flatMap(([value, marks]) => sensitiveTexts(value, marks)))];
  const names = new Map(texts.map((text, index) => [text, `(sensitive ${index + 1})`]));
  return withoutTexts(withoutMarked(plan, names), names);
}

/** Every place in which Terraform says what is sensitive. */
function markedValues(plan: unknown): Marked[] {
  const changes = ['resource_changes', 'resource_drift'].flatMap((key) =>
    listOf(at(plan, key)).map((each) => at(each, 'change')),
  );
  const outputs = Object.values(objectAt(plan, 'output_changes'));
  const values = [at(plan, 'planned_values'), at(at(plan, 'prior_state'), 'values')];
  return [
    ...[...changes, ...outputs].flatMap((change): Marked[] => [
      [at(change, 'before'), at(change, 'before_sensitive')],
      [at(change, 'after'), at(change, 'after_sensitive')],
    ]),
    ...values
      .flatMap((each) => Object.values(objectAt(each, 'outputs')))
      .map((output): Marked => [at(output, 'value'), at(output, 'sensitive')]),
    ...values.flatMap((each) => resourcesIn(at(each, 'root_module'))),
  ];
}

function resourcesIn(module: unknown): Marked[] {
  const own = listOf(at(module, 'resources')).map((each): Marked => [at(each, 'values'), at(each, 'sensitive_values')]);
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

/** Replaces what is marked, short texts and numbers too; the pairs are found by identity. */
function withoutMarked(plan: unknown, names: ReadonlyMap<string, string>): unknown {
  const marksOf = new Map(markedValues(plan).filter(([value]) => typeof value === 'object' && value !== null));
  const visit = (value: unknown, marks: unknown): unknown => {
    const own = marks ?? marksOf.get(value);
    if (own === true)
      return typeof value === 'object' && value !== null
        ? mapParts(value, (part) => visit(part, true))
        : replacementOf(value, names);
    if (typeof value !== 'object' || value === null) return value;
    return mapParts(value, (part, key) => visit(part, at(own, key)));
  };
  return visit(plan, undefined);
}

function replacementOf(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (value === null || value === undefined) return value;
  return typeof value === 'string' ? (names.get(value) ?? value) : '(sensitive)';
}

/** Replaces sensitive texts that stand, alone or within others, where nothing marks them. */
function withoutTexts(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    const found = [...names].filter(([text]) => text.length >= MIN_SEARCHED_CHARACTERS && value.includes(text));
    return found.reduce((rest, [text, name]) => rest.replaceAll(text, name), value);
  }
  return typeof value === 'object' && value !== null ? mapParts(value, (part) => withoutTexts(part, names)) : value;
}

function mapParts(value: object, change: (part: unknown, key: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part, index) => change(part, String(index)));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part, key)]));
}
