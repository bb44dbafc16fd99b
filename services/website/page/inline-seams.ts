import type { ElementNode, PageTree } from './page-tree.ts';

/** Nodes after an element's start among which its first text is looked for. */
const MAX_STEPS_TO_TEXT = 3;

/** Where two lines meet that a style sheet parts: no word goes on with a capital after a small letter or the end of a sentence, no figure with a word ("3D" and "40K" are none). */
const SEAM = /[\p{Ll}.!?)]\n\p{Lu}|[\p{N}%+]\n\p{L}{3}/u;

/** Longest ends and starts of texts that decide it, in characters. */
const MAX_END_CHARACTERS = 2;
const MAX_START_CHARACTERS = 6;

/**
 * Whether two lines meet where an element without a line of its own follows another of its kind directly (`<span>Fleet</span><span>For teams</span>`): style sheets that
 * are not read set them below each other.
 */
export function isSeam({ nodes }: PageTree, element: ElementNode): boolean {
  const before = nodes[element.index - 1];
  // Text that stands in the same parent runs on into the element.
  if (before?.kind !== 'text' || before.parent === element.parent) return false;
  for (let index = element.index + 1; index <= element.index + MAX_STEPS_TO_TEXT; index++) {
    const node = nodes[index];
    if (node?.kind === 'text')
      return SEAM.test(`${before.text.slice(-MAX_END_CHARACTERS)}\n${node.text.slice(0, MAX_START_CHARACTERS)}`);
  }
  return false;
}

/** Marks of notes, as their classes or the places they lead to name them. */
const NOTE_NAME = /foot-?note|(?:^|[-_\s])(?:fn|ref|note|disclaimer)(?=[-_\s\d]|$)/i;

/** Whether an element is the mark of a footnote: it would run into the word before it ("Pro 2" with note 1 is not "Pro 21"). */
export function isNoteMark({ nodes }: PageTree, { tag, attributes, index, end }: ElementNode): boolean {
  if (tag !== 'sup') return false;
  if (NOTE_NAME.test(attributes.class ?? '')) return true;
  const inside = nodes.slice(index + 1, Math.min(end, index + 1 + MAX_STEPS_TO_TEXT));
  return inside.some(
    (node) => node.kind === 'element' && node.tag === 'a' && node.attributes.href?.startsWith('#') === true,
  );
}
