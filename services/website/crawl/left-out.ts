/** A page that was not taken in because another one says the same. */
export interface Copy {
  readonly url: string;
  /** The page that was kept. */
  readonly kept: string;
  /** Whether it names the other one as its own address, or has nearly the same text. */
  readonly by: 'canonical' | 'text';
}

/** Copies named in the sentence: enough to see what they are. */
const MAX_NAMED_COPIES = 3;

/** Longest address in the sentence, in characters. */
const MAX_PATH_CHARACTERS = 120;

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`.slice(0, MAX_PATH_CHARACTERS);
}

function copyOf({ url, kept, by }: Copy): string {
  return by === 'canonical'
    ? `${pathOf(url)} (names ${pathOf(kept)} as its address)`
    : `${pathOf(url)} (nearly the same text as ${pathOf(kept)})`;
}

/** Sentences about what was left out of a site on purpose, for whoever looks at the list of sources. */
export function leftOutNotes(copies: readonly Copy[], otherLanguages: number, language: string | undefined): string[] {
  const notes: string[] = [];
  if (copies.length > 0) {
    const named = copies.slice(0, MAX_NAMED_COPIES).map(copyOf).join(', ');
    const more = copies.length > MAX_NAMED_COPIES ? `, and ${copies.length - MAX_NAMED_COPIES} more` : '';
    notes.push(`Left out as copies of other pages: ${named}${more}.`);
  }
  if (otherLanguages > 0 && language !== undefined) {
    const pages = otherLanguages === 1 ? 'one page in another was' : `${otherLanguages} pages in others were`;
    notes.push(`The site was read in one language (${language}); ${pages} left out.`);
  }
  return notes;
}
