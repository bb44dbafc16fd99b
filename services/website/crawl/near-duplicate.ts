import type { Block } from '../../../contracts/index.ts';

/** Words of a shingle: four in a row are rarely the same by chance. */
const SHINGLE_WORDS = 4;

/** Hashes kept of a page: the smallest 256 estimate the overlap of two pages within 0.06. */
const SKETCH_SIZE = 256;

/** Overlap from which two pages with the same title say the same: print views, copies under another address. */
const SAME_TITLE_OVERLAP = 0.85;

/** Overlap from which two pages are copies whatever their titles. */
const COPY_OVERLAP = 0.98;

/** What is remembered of a page to recognize another one as its copy. */
export interface PageSketch {
  readonly title: string;
  readonly hashes: ReadonlySet<number>;
}

/** FNV-1a over UTF-16 code units: fast, spread well enough to sample by the smallest values. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // Final mixing (murmur3): FNV's high bits change little on short texts.
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

function tokensOf(blocks: readonly Block[]): string[] {
  const text = blocks
    .filter((block) => block.kind !== 'metadata')
    .map((block) => block.text)
    .join(' ')
    .toLowerCase();
  // Scripts without spaces are cut into single characters, so that shingles work for them too.
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? [];
}

/** Sketches the visible text of a page: the smallest hashes of its shingles (bottom-k sampling). */
export function sketchOf(title: string, blocks: readonly Block[]): PageSketch {
  const tokens = tokensOf(blocks);
  const hashes = new Set<number>();
  const last = Math.max(0, tokens.length - SHINGLE_WORDS);
  for (let start = 0; start <= last && tokens.length > 0; start += 1)
    hashes.add(hashOf(tokens.slice(start, start + SHINGLE_WORDS).join(' ')));
  const smallest =
    hashes.size <= SKETCH_SIZE ? hashes : new Set([...hashes].sort((a, b) => a - b).slice(0, SKETCH_SIZE));
  return { title: title.trim().toLowerCase(), hashes: smallest };
}

/** Estimated share of text that two pages have in common (Jaccard index, 0 to 1). */
export function overlapOf(first: PageSketch, second: PageSketch): number {
  if (first.hashes.size === 0 || second.hashes.size === 0) return 0;
  const union = [...new Set([...first.hashes, ...second.hashes])].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
  const common = union.filter((hash) => first.hashes.has(hash) && second.hashes.has(hash)).length;
  return common / union.length;
}

/** Whether a page says what another one said: the same text, or nearly the same under the same title. */
export function isNearDuplicate(first: PageSketch, second: PageSketch): boolean {
  const overlap = overlapOf(first, second);
  return overlap >= COPY_OVERLAP || (first.title === second.title && overlap >= SAME_TITLE_OVERLAP);
}
