import type { Block } from '../../contracts/index.ts';
import { findDates, isoDate } from '../text/dates.ts';

/** Blocks at the start of a document among which its date stands: title, subtitle, authors, place and date. */
const MAX_HEAD_BLOCKS = 12;

/** Longest block that is a line of place and date, in characters. */
const MAX_DATE_LINE_CHARACTERS = 80;

/** What may stand before the date: nothing, or what it is the date of. */
const LABEL =
  /^(?:(?:first |last )?(?:published|publication date|press release|released?|release date|issued|updated|revised|dated?|effective|version|as of|stand|datum|veröffentlicht|aktualisiert|publié|date de publication|pubblicato|publicado|fecha|data)(?: (?:on|at|of|am|le|el|il))?)?[\s,:;|•·–—-]*$/iu;

/** Or the place where it was written. */
const PLACE = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:[ -]\p{Lu}[\p{L}\p{M}.'’-]*){0,3}\s*[,|•·–—-]\s*(?:the |den |le |il )?$/u;

/** Documents before this year were not made to be files. */
const FIRST_YEAR = 1990;

/**
 * The day on which a document says it was published: a line near its start that holds a date and nothing but its label or the place. When its file was made or saved is no such day, and so
 * stays out: a file that is made for whoever fetches it bears the day of the fetching.
 */
export function publicationDate(blocks: readonly Block[]): string | undefined {
  for (const { text, page = 1 } of blocks.slice(0, MAX_HEAD_BLOCKS)) {
    if (page > 1 || text.length > MAX_DATE_LINE_CHARACTERS) continue;
    const [date, second] = findDates(text);
    if (date === undefined || second !== undefined || date.year < FIRST_YEAR) continue;
    const before = text.slice(0, date.start);
    const stands_alone = (LABEL.test(before) || PLACE.test(before)) && /^[\s.,;|)]*$/.test(text.slice(date.end));
    const iso = isoDate(date);
    if (stands_alone && iso !== undefined) return iso;
  }
  return undefined;
}
