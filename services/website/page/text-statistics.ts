import type { HiddenReasons } from './hidden-elements.ts';
import { FIELD_TAG, HEADING_TAG, TEXTLESS_TAGS } from './html-elements.ts';
import type { ElementNode, PageTree } from './page-tree.ts';

/** How much visible text stands inside each element, by its index. */
export interface TextStatistics {
  /** Characters that are no white space. */
  readonly characters: Uint32Array;
  /** Those of them in links. */
  readonly link_characters: Uint32Array;
  /** How many links there are. */
  readonly links: Uint32Array;
  /** How many fields to fill in there are. */
  readonly fields: Uint32Array;
  /** Whether the element is, or holds, `<main>` or a first-level heading. */
  readonly holds_main: Uint8Array;
  /** Whether it is, or holds, a heading of any level. */
  readonly holds_heading: Uint8Array;
}

/** Counts the visible text of every element: one loop forward for what is inherited, one backward for the sums. */
export function countText(tree: PageTree, hidden: HiddenReasons): TextStatistics {
  const size = tree.nodes.length;
  const statistics = {
    characters: new Uint32Array(size),
    link_characters: new Uint32Array(size),
    links: new Uint32Array(size),
    fields: new Uint32Array(size),
    holds_main: new Uint8Array(size),
    holds_heading: new Uint8Array(size),
  };
  const flags = inheritFlags(tree, hidden);
  for (let index = size - 1; index >= 0; index--) {
    const node = tree.nodes[index];
    if (node === undefined) continue;
    if (node.kind === 'element') markElement(node, statistics, flags);
    else countNode(node.parent.index, flags[node.parent.index] ?? SKIPPED, node.text, statistics);
    if (node.parent !== null && node.kind === 'element') addToParent(node, node.parent, statistics);
  }
  return statistics;
}

const SKIPPED = 1;
const IN_LINK = 2;

function inheritFlags(tree: PageTree, hidden: HiddenReasons): Uint8Array {
  const flags = new Uint8Array(tree.nodes.length);
  for (const node of tree.nodes) {
    if (node.kind !== 'element') continue;
    const inherited = node.parent === null ? 0 : (flags[node.parent.index] ?? 0);
    const skipped = TEXTLESS_TAGS.has(node.tag) || hidden[node.index] !== undefined ? SKIPPED : 0;
    flags[node.index] = inherited | skipped | (node.tag === 'a' ? IN_LINK : 0);
  }
  return flags;
}

function countNode(parent: number, flags: number, text: string, statistics: TextStatistics): void {
  if ((flags & SKIPPED) !== 0) return;
  const length = text.replace(/\s+/g, '').length;
  statistics.characters[parent] = (statistics.characters[parent] ?? 0) + length;
  if ((flags & IN_LINK) !== 0) statistics.link_characters[parent] = (statistics.link_characters[parent] ?? 0) + length;
}

function markElement(node: ElementNode, statistics: TextStatistics, flags: Uint8Array): void {
  const isVisible = ((flags[node.index] ?? 0) & SKIPPED) === 0;
  if (isVisible && (node.tag === 'main' || node.tag === 'h1' || node.attributes.role === 'main'))
    statistics.holds_main[node.index] = 1;
  if (isVisible && HEADING_TAG.test(node.tag)) statistics.holds_heading[node.index] = 1;
  if (FIELD_TAG.test(node.tag) && node.attributes.type !== 'hidden')
    statistics.fields[node.index] = (statistics.fields[node.index] ?? 0) + 1;
  if (isVisible && node.tag === 'a') statistics.links[node.index] = (statistics.links[node.index] ?? 0) + 1;
}

function addToParent(
  node: ElementNode,
  parent: ElementNode,
  { characters, link_characters, links, fields, holds_main, holds_heading }: TextStatistics,
): void {
  characters[parent.index] = (characters[parent.index] ?? 0) + (characters[node.index] ?? 0);
  link_characters[parent.index] = (link_characters[parent.index] ?? 0) + (link_characters[node.index] ?? 0);
  links[parent.index] = (links[parent.index] ?? 0) + (links[node.index] ?? 0);
  fields[parent.index] = (fields[parent.index] ?? 0) + (fields[node.index] ?? 0);
  if (holds_heading[node.index] === 1) holds_heading[parent.index] = 1;
  if (holds_main[node.index] === 1) holds_main[parent.index] = 1;
}
