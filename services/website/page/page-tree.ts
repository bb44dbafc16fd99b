/** Attributes that the extraction looks at, names in lower case. */
export type Attributes = Readonly<Record<string, string>>;

/** An element of a parsed page. */
export interface ElementNode {
  readonly kind: 'element';
  /** Its place in `PageTree.nodes`. */
  readonly index: number;
  readonly parent: ElementNode | null;
  readonly tag: string;
  readonly attributes: Attributes;
  /** Index after its last descendant: its inside is `nodes.slice(index + 1, end)`. */
  end: number;
}

/** A run of text of a parsed page, entities decoded, white space as it stands. */
export interface TextNode {
  readonly kind: 'text';
  readonly index: number;
  readonly parent: ElementNode;
  readonly text: string;
}

/** A node of a parsed page. */
export type PageNode = ElementNode | TextNode;

/**
 * A parsed page as its nodes in document order. Because each element knows its parent and its end, one loop forward inherits from parents
 * and one loop backward sums up children: no pass needs recursion, so depth costs nothing.
 */
export interface PageTree {
  readonly nodes: readonly PageNode[];
  /** Text of comments that reads like sentences, joined by line ends. */
  readonly comments: string;
}

/** An element and the elements around it, from the inside out, `most` at the most: a hostile page nests them a hundred thousand deep. */
export function* inclusiveAncestors(element: ElementNode | null, most: number): Generator<ElementNode> {
  let around = element;
  for (let steps = 0; around !== null && steps < most; steps++, around = around.parent) yield around;
}

/** The text between `node.index` and its end, as it stands. */
export function textWithin(tree: PageTree, node: ElementNode): string {
  let text = '';
  for (let index = node.index + 1; index < node.end; index++) {
    const inner = tree.nodes[index];
    if (inner?.kind === 'text') text += inner.text;
  }
  return text;
}

/** The elements of trees by their tags, made when the first is asked for: a dozen questions of a page of a million elements would each look through all. */
const INDEXES = new WeakMap<PageTree, ReadonlyMap<string, readonly ElementNode[]>>();

/** All elements with one of the tags, in document order. */
export function elementsByTag(tree: PageTree, ...tags: readonly string[]): readonly ElementNode[] {
  const index = INDEXES.get(tree) ?? indexOf(tree);
  INDEXES.set(tree, index);
  const [first = [], ...others] = tags.map((tag) => index.get(tag) ?? []).filter((elements) => elements.length > 0);
  return others.length === 0 ? first : [first, ...others].flat().sort((one, other) => one.index - other.index);
}

function indexOf(tree: PageTree): ReadonlyMap<string, readonly ElementNode[]> {
  const index = new Map<string, ElementNode[]>();
  for (const node of tree.nodes) {
    if (node.kind !== 'element') continue;
    const same = index.get(node.tag);
    if (same === undefined) index.set(node.tag, [node]);
    else same.push(node);
  }
  return index;
}
