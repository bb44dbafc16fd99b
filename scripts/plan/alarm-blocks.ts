import { attributeChanges, toldChanges } from './attribute-changes.ts';
import type { Block } from './blocks.ts';
import { bullets, folded, paragraph } from './blocks.ts';
import type { PlannedChange } from './changes.ts';
import { code, codes, counted } from './markdown.ts';
import { shortName } from './names.ts';

/** The type of an alarm. */
export const ALARM_TYPE = 'aws_cloudwatch_metric_alarm';

/** Alarms that come, go, or ring at something else. */
export function alarmBlocks(changes: readonly PlannedChange[]): Block[] {
  const alarms = changes.filter(({ type }) => type === ALARM_TYPE);
  if (alarms.length === 0) return [];
  const created = alarms.filter(({ kind }) => kind === 'create').map(nameOf);
  const others = alarms.filter(({ kind }) => kind !== 'create').map(sentence);
  return [
    paragraph('### Alarms'),
    ...(others.length === 0 ? [] : [bullets(others)]),
    ...(created.length === 0 ? [] : [folded(`${counted(created.length, 'new alarm')}`, bullets(created.map(code)))]),
  ];
}

function sentence(change: PlannedChange): string {
  if (change.kind === 'delete') return `**${code(nameOf(change))} is deleted**: nobody is told any more.`;
  const differences = toldChanges(attributeChanges(change.change), '; ');
  return `${code(nameOf(change))}: ${differences || codes(change.change.actions)}`;
}

function nameOf({ address }: PlannedChange): string {
  return shortName(address).replace(/^.*alarms_/, '');
}
