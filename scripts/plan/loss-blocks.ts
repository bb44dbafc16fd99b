import type { Block } from './blocks.ts';
import { bullets, paragraph } from './blocks.ts';
import type { PlannedChange } from './changes.ts';
import { isForgotten } from './changes.ts';
import { holdsData, lossOf, loweredProtections, obstacleTo } from './data-loss.ts';
import { listOf } from './json-values.ts';
import { code, codes } from './markdown.ts';
import { shortName } from './names.ts';

/** What is deleted or replaced, what holds data first and loudest, then what goes on without Terraform and protections that fall away; nothing where there is none of it. */
export function lossBlocks(changes: readonly PlannedChange[]): Block[] {
  const ending = changes.filter(({ kind }) => kind === 'delete' || kind === 'replace');
  const losesData = (change: PlannedChange) => holdsData(change) && !isForgotten(change);
  const withData = ending.filter(losesData);
  const others = ending.filter((change) => !losesData(change));
  const forgotten = changes.filter(({ kind }) => kind === 'forget').map(forgottenSentence);
  const protections = changes.flatMap(loweredProtections);
  return [
    ...section('### 🛑 Data is lost', withData.map(lossSentence)),
    ...section('### ⚠️ Deleted or replaced', others.map(endSentence)),
    ...section('### ⚠️ Goes on without Terraform', forgotten),
    ...section('### ⚠️ Protection is lowered', protections),
  ];
}

function section(heading: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [paragraph(heading), bullets(items)];
}

function lossSentence(change: PlannedChange): string {
  return `${endSentence(change)} **Lost: ${lossOf(change)}.**${obstacleTo(change)}`;
}

function endSentence(change: PlannedChange): string {
  const verb = change.kind === 'replace' ? 'replaced' : 'deleted';
  const stays = isForgotten(change) ? ' The old one stays, without Terraform.' : '';
  return `${subjectOf(change)} is **${verb}**${reasonOf(change)}.${stays}`;
}

/** An object that a replacement left over stands beside the one that is used, at the same address. */
function subjectOf({ address, type, deposed }: PlannedChange): string {
  const name = `**${code(shortName(address))}** (${code(type)})`;
  return deposed === undefined ? name : `What an unfinished replacement left over of ${name}`;
}

function forgottenSentence(change: PlannedChange): string {
  return `${subjectOf(change)} stays as it is; Terraform no longer changes or deletes it.`;
}

/** Why, as far as Terraform says it. */
function reasonOf({ kind, change, action_reason }: PlannedChange): string {
  const paths = listOf(change.replace_paths).map((path) => listOf(path).join('.'));
  if (paths.length > 0) return ` because ${codes(paths)} cannot be changed in place`;
  const reasons: Readonly<Record<string, string>> = {
    delete_because_no_resource_config: ' because the configuration no longer has it',
    replace_because_tainted: ' because an earlier apply left it half made',
    replace_by_request: ' because -replace asked for it',
    replace_by_triggers: ' because something that it is tied to is replaced',
  };
  return reasons[action_reason ?? ''] ?? (kind === 'delete' && action_reason ? ` (${code(action_reason)})` : '');
}
