import { median } from './median.ts';

/** Room before a letter that reads as a space, in parts of the type's size: kerning stays below 0.1, the narrowest word spaces are about 0.2. */
const SPACE_GAP = 0.16;

/** In letter-spaced words the room between all letters is alike; a word space is at least this many times that. */
const TRACKED_SPACE_FACTOR = 1.7;

/** Room between most letters from which on a run counts as letter-spaced, in parts of the type's size. */
const TRACKED_GAP = 0.08;

/** Fewest letters that tell letter-spacing from a list of single letters. */
const MIN_TRACKED_LETTERS = 4;

/** Collects the letters of a run and joins them with spaces where the room between them says so. */
export class GlyphJoiner {
  readonly #letters: string[] = [];
  /** The room before each letter, in parts of the type's size. */
  readonly #gaps: number[] = [];
  #space_drawn = false;

  /** Whether nothing was drawn but spaces. */
  get empty(): boolean {
    return this.#letters.length === 0;
  }

  /** Notes a letter; `gap` is the room since the end of the last one, in parts of the type's size. */
  add(text: string, gap: number): void {
    this.#letters.push(text);
    this.#gaps.push(this.#space_drawn ? Number.POSITIVE_INFINITY : gap);
    this.#space_drawn = false;
  }

  /** Notes a space that the page draws as a character: a word ends here however narrow it is. */
  addSpace(): void {
    this.#space_drawn = true;
  }

  /** The text. */
  join(): string {
    const least = this.#leastSpace();
    let joined = '';
    for (let index = 0; index < this.#letters.length; index += 1) {
      if (joined !== '' && (this.#gaps[index] ?? 0) > least) joined += ' ';
      joined += this.#letters[index] ?? '';
    }
    return joined;
  }

  #leastSpace(): number {
    const wide = this.#gaps.reduce((count, gap) => (gap > TRACKED_GAP ? count + 1 : count), 0);
    if (this.#letters.length < MIN_TRACKED_LETTERS || wide * 2 < this.#letters.length) return SPACE_GAP;
    const middle = median(this.#gaps.slice(1));
    return middle > TRACKED_GAP && Number.isFinite(middle)
      ? Math.max(SPACE_GAP, middle * TRACKED_SPACE_FACTOR)
      : SPACE_GAP;
  }
}
