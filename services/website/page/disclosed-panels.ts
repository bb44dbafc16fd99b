import { classesOf } from './element-style.ts';
import type { ElementNode, PageTree } from './page-tree.ts';

/** Class names of panels that a visitor opens with the line above them: answers of questions, tabs, "read more". */
const PANEL_CLASS =
  /(?:^|[-_])(?:accord[ie]on|collaps(?:e|ed|ible|ing)?|expander|expandable|tabs?-?(?:pane|panel|content|body|item)|panel-body|spoiler|read-?more|more-?(?:text|content)|full-?(?:text|description)|faqs?|disclosure|toggle-?content|answer)(?=[-_]|$)/;

/** Elements that open on demand but hold no part of the page's text. */
const NOT_A_PANEL = /^(?:dialog|nav|menu|template|noscript)$/;
const NOT_A_PANEL_ROLE = /^(?:dialog|alertdialog|menu|menubar|listbox|tooltip|navigation)$/;

/** Whether an element that is closed at first is opened by the visitor, so that its text is as good as visible. */
export type IsDisclosed = (element: ElementNode) => boolean;

/**
 * Finds the panels that a page lets its visitors open: what a control names with `aria-controls`, `data-target` or a tab's link, what calls itself an
 * accordion's or tab's panel, and what a server streamed into a hidden place for the page to move to its own (React's `S:1` on a page with the mark `B:1`).
 */
export function findDisclosedPanels(tree: PageTree): IsDisclosed {
  const controlled = new Set<string>();
  for (const node of tree.nodes) if (node.kind === 'element') for (const id of targetsOf(node)) controlled.add(id);
  return (element) => isPanel(element) && (controlled.has(panelId(element)) || hasPanelName(element));
}

/** Stands for all of a streaming server's segments: which mark one goes to is known to scripts alone. */
const STREAMED = 'streamed segment';

function panelId({ attributes }: ElementNode): string {
  return /^S:[0-9a-f]{1,4}$/.test(attributes.id ?? '') ? STREAMED : (attributes.id ?? '');
}

function targetsOf({ attributes, tag }: ElementNode): string[] {
  const ids = attributes['aria-controls']?.split(/\s+/, 20) ?? [];
  for (const target of [attributes['data-target'], attributes['data-bs-target']])
    if (target?.startsWith('#') === true) ids.push(target.slice(1));
  if (tag === 'a' && attributes.role === 'tab' && attributes.href?.startsWith('#') === true)
    ids.push(attributes.href.slice(1));
  if (tag === 'template' && /^[BP]:[0-9a-f]{1,4}$/.test(attributes.id ?? '')) ids.push(STREAMED);
  return ids.filter((id) => id !== '');
}

function isPanel({ tag, attributes }: ElementNode): boolean {
  return (
    !NOT_A_PANEL.test(tag) && !NOT_A_PANEL_ROLE.test(attributes.role ?? '') && attributes['aria-modal'] === undefined
  );
}

function hasPanelName(element: ElementNode): boolean {
  if (element.attributes.role === 'tabpanel') return true;
  return classesOf(element).some((name) => PANEL_CLASS.test(name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()));
}
