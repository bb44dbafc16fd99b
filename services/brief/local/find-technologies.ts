import type { TechnologySpelling } from './technologies.ts';
import { TECHNOLOGY_SPELLINGS } from './technologies.ts';

/** A technology named in a text, under its usual name. */
export interface TechnologyMention {
  readonly name: string;
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/** How near another technology must stand to a name that is also a word or a letter, in characters: the length of a list of three or four. */
const COMPANY_REACH_CHARACTERS = 40;

/** Words after a name that make it another thing: "snowflake schema" is a way to model data, "Looker ..." is not. */
const OTHER_THING = /^(?: ?& ?D\b|[ -](?:schema|schemas|model(?:ing|ling)?|join))/i;

/** Spellings by their first two characters in lower case, longest first: "Azure Data Factory" is not found as "Azure". */
const BY_START = Map.groupBy(
  [...TECHNOLOGY_SPELLINGS].sort(
    (one, other) => other.spelling.length - one.spelling.length || Number(other.exact) - Number(one.exact),
  ),
  ({ spelling }) => startOf(plain(spelling)),
);

/** Where a name may begin: a letter or digit, or the period of ".NET", after something that belongs to no word. Scripts without spaces (\p{Lo}) set names off by themselves. */
const BEGINNING = /(?<![\p{Lu}\p{Ll}\p{Lt}\p{N}_@.-])[.\p{L}\p{N}]/gu;

/** What may follow a name: nothing that makes it a part of a longer word, name or address. */
const ENDING = /^(?:$|[^\p{Lu}\p{Ll}\p{Lt}\p{N}_@.-]|[-.](?![\p{L}\p{N}]))/u;

function startOf(text: string): string {
  return text.slice(0, 2);
}

/** Lower case with spaces for hyphens, of the same length: names are written both ways. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replace(/-/g, ' ');
}

/** Finds the technologies that a text names, in order. */
export function findTechnologies(text: string): TechnologyMention[] {
  const found = candidates(text);
  const sure = found.filter(({ entry }) => !entry.needsCompany);
  return found
    .filter((one) => !one.entry.needsCompany || hasCompany(text, one, sure) || isUsedAsLanguage(text, one))
    .map(({ entry, start, end }) => ({ name: entry.name, field: entry.field, start, end }));
}

/** The names only, each once. */
export function technologyNames(text: string): string[] {
  return [...new Set(findTechnologies(text).map(({ name }) => name))];
}

interface Candidate {
  readonly entry: TechnologySpelling;
  readonly start: number;
  readonly end: number;
}

function candidates(text: string): Candidate[] {
  const lower = plain(text);
  const found: Candidate[] = [];
  for (const { index: start } of text.matchAll(BEGINNING)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const entry = spellingsAt(lower, start).find((spelling) => isAt(text, lower, start, spelling));
    if (entry) found.push({ entry, start, end: start + entry.spelling.length });
  }
  return found.filter(
    ({ entry, start, end }) => !OTHER_THING.test(text.slice(end)) && !(entry.exact && opensSentence(text, start, end)),
  );
}

/** The spellings that may begin here; names of one letter come last. */
function spellingsAt(lower: string, start: number): TechnologySpelling[] {
  return [lower.slice(start, start + 2), lower.charAt(start)].flatMap((beginning) => BY_START.get(beginning) ?? []);
}

function isAt(text: string, lower: string, start: number, { spelling, exact }: TechnologySpelling): boolean {
  const end = start + spelling.length;
  return (
    (exact ? text.startsWith(spelling, start) : lower.startsWith(plain(spelling), start)) &&
    ENDING.test(text.slice(end, end + 2))
  );
}

/** "experience with", "proficient in", "knowledge of": what is said of a skill. */
const SKILL_IN =
  /\b(?:experience|experienced|proficient|proficiency|fluent|fluency|expertise|knowledge|skilled|command|mastery) (?:with|in|of) $/i;

/** "in Go that", "14 Go services": what is said of programming languages only. */
function isUsedAsLanguage(text: string, { entry, start, end }: Candidate): boolean {
  if (!entry.field.endsWith('languages')) return false;
  const before =
    /\b(?:written|coded|implemented|programmed|built|rewritten) in $/i.test(text.slice(0, start)) ||
    (SKILL_IN.test(text.slice(0, start)) && !/^[ -]to\b/i.test(text.slice(end))) ||
    /\b(?:service|server|backend|code|system|application|app|tool|library|pipeline|microservice)s? in $/i.test(
      text.slice(0, start),
    );
  return (
    before ||
    /^ (?:micro-?services?|services?|code(?:base)?|back-?ends?|developers?|engineers?|programming|programs?|applications?|modules?|packages?|librar(?:y|ies)|scripts?|APIs?)\b/.test(
      text.slice(end),
    )
  );
}

function hasCompany(text: string, { start, end }: Candidate, sure: readonly Candidate[]): boolean {
  const near = sure.some(
    (other) => start - other.end <= COMPANY_REACH_CHARACTERS && other.start - end <= COMPANY_REACH_CHARACTERS,
  );
  return near && isListed(text, start, end);
}

/** A name that is also a word is only sure inside a sentence or a list: "Go to market", "Chef wanted". */
function opensSentence(text: string, start: number, end: number): boolean {
  return /(?:^|[.!?] )$/.test(text.slice(0, start)) && /^ \p{Ll}/u.test(text.slice(end));
}

/** Whether a word stands as a list's element: beside a comma, slash, bracket, "and", "or", "in", "with". */
function isListed(text: string, start: number, end: number): boolean {
  return (
    /(?:[,/(&+;:•|、・とや]|\b(?:and|or|in|with|using|und|oder|et|ou|y|o|e)) ?$/i.test(text.slice(0, start)) ||
    /^ ?(?:[,/)&+;|.、・]|and\b|or\b|と|や|$)/i.test(text.slice(end))
  );
}
