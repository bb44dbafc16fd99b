import { attributeChanges, toldChanges } from './attribute-changes.ts';
import type { Block } from './blocks.ts';
import { bullets, paragraph } from './blocks.ts';
import { compare } from './changes.ts';
import { code } from './markdown.ts';
import { shortName } from './names.ts';
import type { Plan, ResourceChange } from './plan-json.ts';

/** What somebody changed outside of Terraform; nothing where nobody did. */
export function driftBlocks({ resource_drift }: Plan): Block[] {
  const items = resource_drift.toSorted((a, b) => compare(a.address, b.address)).flatMap(driftSentence);
  return items.length === 0 ? [] : [paragraph('### ⚠️ Changed outside of Terraform'), bullets(items)];
}

function driftSentence({ address, type, change }: ResourceChange): string[] {
  const name = `${code(shortName(address))} (${code(type)})`;
  if (change.actions.includes('delete')) return [`${name} is gone.`];
  const differences = attributeChanges(change);
  if (differences.length === 0) return [];
  return [`${name}: ${toldChanges(differences, '; ')}`];
}
