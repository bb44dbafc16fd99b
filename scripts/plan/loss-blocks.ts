import type { Block } from './blocks.ts';
import { bullets, paragraph } from './blocks.ts';
import type { PlannedChange } from './changes.ts';
import { holdsData, lossOf, loweredProtections, obstacleTo } from './data-loss.ts';
import { listOf } from './json-values.ts';
import { code, codes } from './markdown.ts';
import { shortName } from './names.ts';

/** What is deleted or replaced, what holds data first and loudest, then protections that fall away; nothing where there is none of it. */
export function lossBlocks(changes: readonly PlannedChange[]): Block[] {
  const ending = changes.filter(({ kind }) => kind === 'delete' || kind === 'replace');
  const withData = ending.filter(holdsData);
  const others = ending.filter((change) => !holdsData(change));
  const protections = changes.flatMap(loweredProtections);
  return [
    ...section('### 🛑 Data is lost', withData.map(lossSentence)),
    ...section('### ⚠️ Deleted or replaced', others.map(endSentence)),
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
  return `**${code(shortName(change.address))}** (${code(change.type)}) is **${verb}**${reasonOf(change)}.`;
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
