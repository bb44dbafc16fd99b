import { findPlace } from './find-place.ts';

/** Words that name what somebody does, in the languages of resumes that are read; the end of a word is enough where words are joined. */
const TITLE =
  /(?:\b(?:engineer|developer|manager|analyst|designer|scientist|lead|head|director|consultant|architect|officer|president|founder|owner|intern|assistant|specialist|administrator|coordinator|researcher|programmer|technician|nurse|teacher|lecturer|professor|writer|editor|accountant|representative|advisor|fellow|apprentice|trainee|partner|executive|associate|cto|ceo|cfo|coo|sre|leiter(?:in)?|ingénieur|développeu(?:r|se)|ingeniero|desarrollador|gerente)|entwickler(?:in)?|ingenieur(?:in)?|berater(?:in)?)\b/i;

/** Longest title or name of an organization, in characters. */
const MAX_CHARACTERS = 120;

/** What parts a title from who it was held at. */
const SEPARATOR = /\s+(?:[|•·–—-]|at|bei|chez|@)\s+|\s*[,|•·;\t]\s*|\s{2,}/u;

/** What a position is called and who it was held at; either may be untold. */
export interface RoleHeader {
  readonly title?: string;
  readonly organization?: string;
}

/**
 * Tells the title from the organization: in the line that bears a position's dates, the dates taken out, then in the short lines around it, nearest first. The part that names what somebody
 * does is the title, the next one that is no place the organization. What tells neither is left out.
 */
export function splitHeader(line: string, around: readonly string[]): RoleHeader {
  const parts = [line, ...around.filter(isLabel)].flatMap(partsOf);
  const title = parts.find((part) => TITLE.test(part));
  const own = title === undefined ? undefined : parts.find((part) => part !== title && isOrganization(part));
  return { ...(title === undefined ? {} : { title }), ...(own === undefined ? {} : { organization: own }) };
}

function partsOf(line: string): string[] {
  if (findPlace(line) !== undefined) return [];
  return withoutPlace(line)
    .replace(/[()[\]]/g, ' ')
    .split(SEPARATOR)
    .map((part) => part.replace(/^[\s–—,:|-]+|[\s–—,:|-]+$/gu, '').trim())
    .filter((part) => /\p{L}{2}/u.test(part) && part.length <= MAX_CHARACTERS);
}

/** A place at the end of a line, behind a dash or a separator, is where the work was done. */
function withoutPlace(line: string): string {
  const [place] = /(?:\s[–—|•·-]\s)[^–—|•·]+$/u.exec(line.trimEnd()) ?? [];
  const name = place?.replace(/^\s[–—|•·-]\s/u, '').trim();
  return place !== undefined && name !== undefined && findPlace(name) !== undefined
    ? line.trimEnd().slice(0, -place.length)
    : line;
}

/** A name without a sentence's end. */
function isLabel(line: string): boolean {
  return line.length <= MAX_CHARACTERS && !/[.!?]$/.test(line);
}

function isOrganization(part: string): boolean {
  return (
    /^[\p{Lu}\p{N}\p{Lo}]/u.test(part) &&
    !TITLE.test(part) &&
    !/^(?:remote|hybrid|full|part|contract|freelance)/i.test(part)
  );
}
