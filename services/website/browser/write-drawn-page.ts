import { drawnColors, groundBehind } from './drawn-colors.ts';
import type { DrawnElement, DrawnWindow } from './drawn-page.ts';
import { drawnBox, drawnOpacity, drawnPlace, drawnStyle } from './drawn-style.ts';
import { MAX_DRAWN_CHARACTERS } from './limits.ts';

/**
 * Writes the page that the browser shows as HTML: its elements with what decides whether they are seen as `style`, open shadow trees in their places, data for
 * machines, no code. Runs inside the page.
 */
function writeDrawnPage(page: DrawnWindow, maxCharacters: number): string {
  const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
  const parts: string[] = ['<!doctype html>'];
  let characters = 0;
  // A stack of its own: scripts can nest elements deeper than calls can go.
  const waiting: (DrawnElement | string)[] = [page.document.documentElement];
  while (waiting.length > 0 && characters < maxCharacters) {
    const next = waiting.pop() ?? '';
    const written = typeof next === 'string' ? next : drawnNode(page, next);
    parts.push(written);
    characters += written.length;
    if (typeof next === 'string' || written === '' || next.nodeType !== 1 || voids.has(next.localName)) continue;
    waiting.push(`</${next.localName}>`);
    for (const child of drawnChildren(next).reverse()) waiting.push(child);
  }
  return parts.join('').slice(0, maxCharacters);
}

/** A text, or the start tag of an element; empty for what is not read, with all that stands in it. Runs inside the page. */
function drawnNode(page: DrawnWindow, node: DrawnElement): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const text = node.nodeValue ?? '';
  if (node.nodeType === 3) return node.parentElement?.localName === 'script' ? text : escaped(text);
  const isCode = node.localName === 'script' && !/json/i.test(node.getAttribute('type') ?? '');
  const isUnread = /^(?:style|noscript|template|svg|canvas|video|audio|object)$/.test(node.localName);
  if (node.nodeType !== 1 || isCode || isUnread) return '';
  const kept =
    /^(?:class|id|role|hidden|aria-(?:hidden|label|level|modal|controls|expanded)|for|alt|href|hreflang|rel|datetime|content|name|property|http-equiv|type|lang|itemprop|open|data-(?:(?:bs-)?target|w-id|aos|animate|animation|anim|sr-id|sal|scroll|reveal|wow-delay|gsap))$/;
  const attributes = [...node.attributes]
    .filter(({ name }) => kept.test(name) || (name === 'src' && node.localName === 'iframe'))
    .map(({ name, value }) => ` ${name}="${escaped(value.slice(0, 4_000))}"`);
  const isPlain = /^(?:html|head|title|meta|link|base|script|br)$/.test(node.localName);
  const style = isPlain ? '' : ` style="${escaped(drawnStyle(page, node))}"`;
  return `<${node.localName}${attributes.join('')}${style}>`;
}

/** What stands in an element as it is shown: in a slot what was put there, in a host its shadow tree. Runs inside the page. */
function drawnChildren(node: DrawnElement): DrawnElement[] {
  const assigned = node.localName === 'slot' ? (node.assignedNodes?.({ flatten: true }) ?? []) : [];
  return [...(assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes)];
}

const FUNCTIONS = [
  drawnOpacity,
  drawnBox,
  drawnPlace,
  groundBehind,
  drawnColors,
  drawnStyle,
  drawnNode,
  drawnChildren,
  writeDrawnPage,
];

/** The expression that writes a page out when it is evaluated there. */
export const WRITE_DRAWN_PAGE = `(() => {
${FUNCTIONS.map(String).join('\n')}
return ${writeDrawnPage.name}(globalThis, ${MAX_DRAWN_CHARACTERS});
})()`;

/** The expression that gives the number of characters that a page has at the moment. */
export const COUNT_CHARACTERS = 'document.body === null ? 0 : document.body.textContent.length';
