import { isGarbled } from './is-garbled.ts';
import type { PageText } from './read-page.ts';

/** Letters and digits that a page's picture may bear beside it: a page number, the name of the scanner's program. */
const MAX_STAMP_CHARACTERS = 25;

/** Numbers in the outlines that a page fills from which on it may hold text drawn as shapes: a hundred letters have some 6,000, a logo some 1,000. */
const MIN_OUTLINE_NUMBERS = 3_000;

/** Why the text of a page has to be told from how it looks. */
export type PictureReason = 'picture' | 'garbled';

/**
 * Whether a page's text can only be told from how it looks: it is a picture, its letters are drawn as shapes, or its fonts do not say which letters they draw. undefined when it has text
 * of its own, or nothing to look at. Its file's name says nothing about it.
 */
export function needsRecognition({ runs, has_images, outline_numbers }: PageText): PictureReason | undefined {
  const visible = runs.filter(({ hidden }) => hidden === null).map(({ text }) => text);
  const may_be_picture = has_images || outline_numbers >= MIN_OUTLINE_NUMBERS;
  if (may_be_picture && lettersIn(visible) <= MAX_STAMP_CHARACTERS) return 'picture';
  return isGarbled(visible.join(' ')) ? 'garbled' : undefined;
}

function lettersIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}
