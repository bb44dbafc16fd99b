import type { Passage } from '../../../contracts/index.ts';
import type { TitleMention } from '../job-titles.ts';
import { findTitles } from '../job-titles.ts';

/** A block that is a name alone, and the block beside it that begins with a title. */
export interface RosterPair {
  readonly name: string;
  readonly namePassage: Passage;
  readonly titlePassage: Passage;
  readonly titles: readonly TitleMention[];
}

/** A block of a roster as it is read: a name alone, a line that begins with a title, or something else. */
interface Entry {
  readonly passage: Passage;
  readonly name?: string;
  readonly titles: readonly TitleMention[];
}

/** Longest line that is a title and not a story, in characters. */
export const MAX_TITLE_LINE_CHARACTERS = 120;

/**
 * The names and titles that stand in blocks one after the other. Most pages write the name first; where the blocks begin with a title and end with a name, the
 * title stands above its name. `nameAlone` gives the name when a text is nothing else.
 */
export function pairsOf(passages: readonly Passage[], nameAlone: (text: string) => string | undefined): RosterPair[] {
  return runsOf(passages.map((passage) => entryOf(passage, nameAlone))).flatMap((run) => {
    const titleFirst = run[0]?.name === undefined && run.at(-1)?.name !== undefined && run.length > 1;
    return run.flatMap((entry, position) => {
      const beside = run[titleFirst ? position - 1 : position + 1];
      if (entry.name === undefined || beside === undefined || beside.titles.length === 0) return [];
      return [{ name: entry.name, namePassage: entry.passage, titlePassage: beside.passage, titles: beside.titles }];
    });
  });
}

function entryOf(passage: Passage, nameAlone: (text: string) => string | undefined): Entry {
  const titles = passage.text.length <= MAX_TITLE_LINE_CHARACTERS ? findTitles(passage.text) : [];
  if (titles[0]?.start === 0) return { passage, titles };
  const name = nameAlone(passage.text);
  return { passage, titles: [], ...(name === undefined ? {} : { name }) };
}

/** Runs in which names and titles take turns. */
function runsOf(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1)?.at(-1);
    const isEntry = entry.name !== undefined || entry.titles.length > 0;
    const turns = last !== undefined && (last.name === undefined) !== (entry.name === undefined);
    if (!isEntry) runs.push([]);
    else if (turns) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
