import { findPlace } from './find-place.ts';
import { TITLE } from './title-words.ts';

/** Longest title or name of an organization, in characters. */
const MAX_CHARACTERS = 120;

/** What parts a title from who it was held at. */
const SEPARATOR = /\s+(?:[|•·–—-]|at|bei|chez|@)\s+|\s*[,|•·;\t]\s*|\s{2,}/u;

/** Legal forms that end with a period. */
const LEGAL_FORM =
  /(?<!\p{L})(?:Inc|Ltd|Co|Corp|Bros|B\.V|N\.V|S\.L|S\.A|S\.r\.l|S\.p\.A|e\.V|o\.o|s\.r\.o|a\.s|d\.o\.o|Pty|L\.P|P\.C|LLC)\.$/u;

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
  const others = title === undefined ? [] : parts.filter((part) => part !== title && isOrganization(part));
  const is_told_around = partsOf(line).length === 0;
  const own = is_told_around ? nearestTo(parts.indexOf(title ?? ''), others, parts) : others[0];
  return { ...(title === undefined ? {} : { title }), ...(own === undefined ? {} : { organization: own }) };
}

/** The part that stands nearest to a title among lines of their own, so that a city without its country, farther off, is not taken for it. */
function nearestTo(at: number, others: readonly string[], parts: readonly string[]): string | undefined {
  const distance = (part: string) => Math.abs(parts.indexOf(part) - at);
  return [...others].sort((one, other) => distance(one) - distance(other))[0];
}

/** The organization of a line that names one with its place, "Sonora Hospital, Tucson, AZ": it stands over a title whose line may name a department. */
export function placedOrganization(line: string | undefined): string | undefined {
  const { name, place } = /^(?<name>[^,|]+?)(?:,| [–—|-]) (?<place>.+)$/u.exec(line ?? '')?.groups ?? {};
  const is_placed = name !== undefined && isOrganization(name) && findPlace(place ?? '') !== undefined;
  return is_placed ? name : undefined;
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

/** Whether a line is a name or the like, without a sentence's end. */
export function isLabel(line: string): boolean {
  return line.length <= MAX_CHARACTERS && (!/[.!?]$/.test(line) || LEGAL_FORM.test(line));
}

function isOrganization(part: string): boolean {
  return (
    /^[\p{Lu}\p{N}\p{Lo}]/u.test(part) &&
    !TITLE.test(part) &&
    !/^(?:remote|hybrid|full|part|contract|freelance)/i.test(part)
  );
}
