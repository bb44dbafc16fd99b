import type { HiddenText } from '../../../contracts/index.ts';
import type { HiddenReasons } from './hidden-elements.ts';
import { TEXTLESS_TAGS } from './html-elements.ts';
import { normalizePageText } from './normalize-text.ts';
import type { PageTree } from './page-tree.ts';

/** Reasons that are named; the limit of the contract. */
const MAX_REASONS = 20;

/** Counts the text that a visitor would not see, with the ways in which it was hidden, the most text first. Undefined when there is none. */
export function countHiddenText(tree: PageTree, hidden: HiddenReasons): HiddenText | undefined {
  const byReason = new Map<string, number>();
  const add = (reason: string, text: string): void => {
    const { length } = normalizePageText(text);
    if (length > 0) byReason.set(reason, (byReason.get(reason) ?? 0) + length);
  };
  for (const node of tree.nodes) {
    if (node.kind !== 'text' || TEXTLESS_TAGS.has(node.parent.tag)) continue;
    const reason = hidden[node.parent.index];
    if (reason !== undefined) add(reason, node.text);
  }
  add('comment', tree.comments);
  const characters = [...byReason.values()].reduce((sum, count) => sum + count, 0);
  if (characters === 0) return undefined;
  const reasons = [...byReason].sort((one, other) => other[1] - one[1]).map(([reason]) => reason);
  return { characters, reasons: reasons.slice(0, MAX_REASONS) };
}
