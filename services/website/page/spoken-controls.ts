import { FIELD_TAG, HEADING_TAG } from './html-elements.ts';
import { wordsOf } from './normalize-text.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import { elementsByTag, inclusiveAncestors } from './page-tree.ts';

/** Shortest label of a button that opens a panel, in words, that is a line of the page and no "Menu" or "Show more". */
const MIN_LABEL_WORDS = 3;

/** Longest name of a field, in words: "How should we call you" is one, the text of a card that can be chosen is not. */
const MAX_FIELD_NAME_WORDS = 6;

/** Labels of fields that no visitor sees, which open a panel without a script. */
const OPENS_PANEL = /(?:^|[\s_-])(?:acc|accord[ie]on|tab|toggle|collaps\w*|faq|question)(?=[\s_-]|$)/i;

const QUESTION = /[?？]\s*$/;

/** Nodes inside a button or label that are looked through for its label, and how far up a heading around it is looked for. */
const MAX_LABEL_NODES = 30;
const MAX_STEPS_TO_HEADING = 3;

/**
 * Buttons and labels that are text of the page: buttons that stand in a heading or open the answer to their question, labels that belong to no field or say
 * more than the name of one.
 */
export function findSpokenControls(tree: PageTree): ReadonlySet<ElementNode> {
  const buttons = elementsByTag(tree, 'button').filter((button) => isInHeading(button) || isQuestion(tree, button));
  return new Set([...buttons, ...elementsByTag(tree, 'label').filter((label) => !namesField(tree, label))]);
}

function namesField(tree: PageTree, label: ElementNode): boolean {
  const inside = tree.nodes.slice(label.index + 1, Math.min(label.end, label.index + 1 + MAX_LABEL_NODES));
  const isTied =
    label.attributes.for !== undefined || inside.some((node) => node.kind === 'element' && FIELD_TAG.test(node.tag));
  const text = labelOf(tree, label);
  if (OPENS_PANEL.test(label.attributes.class ?? '')) return false;
  return isTied && !QUESTION.test(text) && wordsOf(text).length <= MAX_FIELD_NAME_WORDS;
}

function isInHeading(button: ElementNode): boolean {
  for (const around of inclusiveAncestors(button.parent, MAX_STEPS_TO_HEADING))
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
  return QUESTION.test(label) || (opens && wordsOf(label).length >= MIN_LABEL_WORDS);
}

function labelOf(tree: PageTree, { index, end }: ElementNode): string {
  const inside = tree.nodes.slice(index + 1, Math.min(end, index + 1 + MAX_LABEL_NODES));
  return inside.map((node) => (node.kind === 'text' ? node.text : ' ')).join('');
}
