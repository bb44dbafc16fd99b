import { HEADING_TAG } from './html-elements.ts';
import { wordsOf } from './normalize-text.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import { elementsByTag } from './page-tree.ts';

/** Shortest label of a button that opens a panel, in words, that is a line of the page and no "Menu" or "Show more". */
const MIN_LABEL_WORDS = 3;

/** Nodes inside a button that are looked through for its label, and how far up a heading around it is looked for. */
const MAX_LABEL_NODES = 30;
const MAX_STEPS_TO_HEADING = 3;

/** Buttons whose label is text of the page: those that stand in a heading, and those that open the answer to their question. */
export function findQuestionButtons(tree: PageTree): ReadonlySet<ElementNode> {
  return new Set(elementsByTag(tree, 'button').filter((button) => isInHeading(button) || isQuestion(tree, button)));
}

function isInHeading(button: ElementNode): boolean {
  let around = button.parent;
  for (let steps = 0; around !== null && steps < MAX_STEPS_TO_HEADING; steps++, around = around.parent)
    if (HEADING_TAG.test(around.tag) || around.tag === 'dt' || around.tag === 'summary') return true;
  return false;
}

function isQuestion(tree: PageTree, button: ElementNode): boolean {
  const { attributes } = button;
  const opens = ['aria-expanded', 'aria-controls', 'data-target', 'data-bs-target'].some(
    (name) => attributes[name] !== undefined,
  );
  if (attributes.role !== undefined && attributes.role !== 'button') return false;
  const label = labelOf(tree, button);
  return /[?？]\s*$/.test(label) || (opens && wordsOf(label).length >= MIN_LABEL_WORDS);
}

function labelOf(tree: PageTree, { index, end }: ElementNode): string {
  const inside = tree.nodes.slice(index + 1, Math.min(end, index + 1 + MAX_LABEL_NODES));
  return inside.map((node) => (node.kind === 'text' ? node.text : ' ')).join('');
}
