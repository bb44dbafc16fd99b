import type { AttributeChange } from './attribute-changes.ts';
import { attributeChanges, toldChanges, UNKNOWN } from './attribute-changes.ts';
import type { Block } from './blocks.ts';
import { folded, paragraph, table } from './blocks.ts';
import type { PlannedChange } from './changes.ts';
import { compare } from './changes.ts';
import { code, codes, row } from './markdown.ts';
import { shortName } from './names.ts';
import type { Change, Plan } from './plan-json.ts';

/** Every change that no other section tells: what is new by its type, the rest one row each. */
export function otherBlocks(changes: readonly PlannedChange[], plan: Plan): Block[] {
  if (changes.length === 0) return [];
  const isNew = ({ kind }: PlannedChange) => kind === 'create';
  const order = ['delete', 'replace', 'update', 'move'];
  const rows = changes
    .filter((change) => !isNew(change))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || compare(a.address, b.address))
    .map((change) =>
      row([change.kind, code(change.type), code(shortName(change.address)), attributesCell(change, plan)]),
    );
  const news = changes.filter(isNew);
  return [
    paragraph('### Everything else'),
    ...(rows.length === 0 ? [] : [table(['', 'type', 'name', 'attributes'], rows)]),
    ...(news.length === 0 ? [] : [newResources(news)]),
  ];
}

function newResources(changes: readonly PlannedChange[]): Block {
  const types = Map.groupBy(changes, ({ type }) => type);
  const rows = [...types].map(([type, group]) =>
    row([code(type), String(group.length), codes(group.map(({ address }) => shortName(address)))]),
  );
  return folded(`${changes.length} new`, table(['type', 'new', 'names'], rows));
}

function attributesCell(change: PlannedChange, plan: Plan): string {
  if (change.kind === 'move') return `was ${code(change.previous_address ?? '')}`;
  if (change.kind !== 'update' && change.kind !== 'replace') return '';
  const configured = plan.configuration.root_module.resources.find(({ address }) => address === change.address);
  const differences = attributeChanges(change.change).filter((each) => isSaid(each, configured?.expressions ?? {}));
  return toldChanges(differences, '<br>');
}

/** What AWS gives by itself is known after the apply each time; it is told where the configuration names it. */
function isSaid({ path, after }: AttributeChange, configured: Readonly<Record<string, unknown>>): boolean {
  return after !== UNKNOWN || Object.hasOwn(configured, path);
}

/** Outputs that change; sensitive ones by name alone. */
export function outputBlocks({ output_changes }: Plan): Block[] {
  const rows = Object.entries(output_changes)
    .filter(([, { actions }]) => !actions.includes('no-op'))
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([name, change]) => outputRows(name, change));
  return rows.length === 0 ? [] : [paragraph('### Outputs'), table(['output', 'before', 'after'], rows)];
}

/** One row for a value, one for each part of a list or an object that changes. */
function outputRows(name: string, change: Change): string[] {
  const differences = attributeChanges(change);
  if (differences.length === 0) return [row([code(name), '—', '—'])];
  return differences.map(({ path, before, after }) =>
    row([code(path === '' ? name : `${name}.${path}`), before, after]),
  );
}
