import type { PageTree } from './page-tree.ts';
import { elementsByTag, textWithin } from './page-tree.ts';

/** A page that shows fewer characters than this without its scripts shows next to nothing: a menu's worth. */
const MAX_SHELL_CHARACTERS = 200;

const APP_ROOT =
  /^(?:root|app|react-root|app-root|__next|__nuxt|___gatsby|main-app|svelte|ember-app|q-app|application|mount|container-app|wrapper-app)$/i;

/** Whether a page shows next to nothing without its scripts: little text, a script, and an element for an application to fill or a request to turn scripts on. */
export function isScriptShell(tree: PageTree, textCharacters: number): boolean {
  if (textCharacters >= MAX_SHELL_CHARACTERS || elementsByTag(tree, 'script').length === 0) return false;
  const hasRoot = tree.nodes.some(
    (node) =>
      node.kind === 'element' &&
      (APP_ROOT.test(node.attributes.id ?? '') || /^app-[a-z-]+$|^[a-z]+-app$/.test(node.tag)),
  );
  return hasRoot || elementsByTag(tree, 'noscript').some((element) => /java\s?script/i.test(textWithin(tree, element)));
}
