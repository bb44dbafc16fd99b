import type { Block } from './blocks.ts';
import { bullets, paragraph } from './blocks.ts';
import type { PlannedChange } from './changes.ts';
import { code } from './markdown.ts';
import { shortName } from './names.ts';

/** What is there already and comes under Terraform, changed on the way or not; nothing where there is none. */
export function importBlocks(changes: readonly PlannedChange[]): Block[] {
  const items = changes.flatMap(({ address, type, kind, change: { importing } }) => {
    if (importing === undefined) return [];
    const changed = kind === 'import' ? '' : ', and is changed';
    return [
      `${code(shortName(address))} (${code(type)}) is ${code(importing.id ?? 'of an id not known yet')}${changed}.`,
    ];
  });
  return items.length === 0 ? [] : [paragraph('### Comes under Terraform'), bullets(items)];
}
