import type { TitleMention } from '../job-titles.ts';
import { NEXT_TITLE } from './cues/leaders.ts';

/** The titles of a text, those joined that stand side by side and are one person's: "Co-fondatrice et CEO", "取締役製造部長". */
export function joinedTitles(text: string, titles: readonly TitleMention[]): TitleMention[] {
  const joined: TitleMention[] = [];
  for (const title of titles) {
    const last = joined.at(-1);
    if (last !== undefined && isOneWith(text, last, title)) joined.splice(-1, 1, joinOf(text, last, title));
    else joined.push(title);
  }
  return joined;
}

function isOneWith(text: string, before: TitleMention, title: TitleMention): boolean {
  return before.end <= title.start && NEXT_TITLE.test(text.slice(before.end, title.start));
}

/** Both as one; what only one person at a time can be is what the person is known as. */
function joinOf(text: string, before: TitleMention, title: TitleMention): TitleMention {
  const known = /^chief /.test(title.title) && !/^chief /.test(before.title) ? title.title : before.title;
  return { title: known, text: text.slice(before.start, title.end), start: before.start, end: title.end };
}
