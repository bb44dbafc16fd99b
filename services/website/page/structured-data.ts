import type { JsonObject } from './json-values.ts';
import { asList, asObject, parseJson } from './json-values.ts';
import type { PageTree } from './page-tree.ts';
import { elementsByTag, textWithin } from './page-tree.ts';

/** Things described on one page that are read, and how deep they may stand in one another; real pages have some dozens, three deep. */
const MAX_THINGS = 1000;
const MAX_DEPTH = 8;

/** A thing of schema.org that a page describes, with the names of its types in lower case. */
export interface Thing {
  readonly types: readonly string[];
  readonly fields: JsonObject;
}

/** Properties whose values are things of their own standing, read as if they stood beside the thing. */
const NESTED = [
  '@graph',
  'mainEntity',
  'itemListElement',
  'item',
  'employee',
  'employees',
  'founder',
  'founders',
  'member',
  'hasPart',
];

/** The things in the JSON-LD of a page, in the order of the page; broken JSON is left out. */
export function readThings(tree: PageTree): Thing[] {
  const scripts = elementsByTag(tree, 'script').filter((script) =>
    /^application\/ld\+json/i.test(script.attributes.type?.trim() ?? ''),
  );
  const things: Thing[] = [];
  for (const script of scripts) collect(parseJson(textWithin(tree, script)), 0, things);
  return things;
}

function collect(value: unknown, depth: number, things: Thing[]): void {
  if (depth > MAX_DEPTH || things.length >= MAX_THINGS) return;
  for (const entry of asList(value)) {
    const fields = asObject(entry);
    if (fields === undefined || things.length >= MAX_THINGS) continue;
    const types = asList(fields['@type']).filter((type) => typeof type === 'string');
    if (types.length > 0)
      things.push({ types: types.map((type) => type.replace(/^.*[/:#]/, '').toLowerCase()), fields });
    for (const property of NESTED) collect(fields[property], depth + 1, things);
  }
}
