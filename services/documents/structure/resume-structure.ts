import type { Education, Period, ResumeRole, ResumeStructure, SourceWithPassages } from '../../../contracts/index.ts';
import { technologyNames } from '../../brief/local/find-technologies.ts';
import type { ResumeRole as FoundRole } from '../../brief/local/resume.ts';
import { readResume, resumePartOf } from '../../brief/local/resume.ts';
import type { ResumeLine } from '../../brief/local/resume-line.ts';
import type { DateRange } from '../../text/date-ranges.ts';
import { findDateRanges } from '../../text/date-ranges.ts';
import { findContact } from './contact.ts';
import { toExcerpt } from './excerpt.ts';
import { namedSkills } from './skills.ts';
import { isLabel, placedOrganization, splitHeader } from './split-header.ts';

/** Understands a resume: who and how to reach, dated positions, education, skills. `today` is the day until which what goes on has lasted. */
export function resumeStructure(resume: SourceWithPassages, today: Date): ResumeStructure {
  const { lines, roles: dated } = readResume(resume, today);
  const roles = dated.filter((role) => !isDegree(role));
  const degrees = dated.filter(isDegree).map(({ header }) => header);
  return {
    kind: 'resume',
    contact: findContact(resume.passages, (text) => resumePartOf(text) !== undefined),
    roles: withSharedOrganization(roles.map((role) => roleOf(role, lines))),
    education: [...lines.filter(({ part }) => part === 'education'), ...degrees].map((line) =>
      educationOf(line, today),
    ),
    skills: namedSkills(
      lines.flatMap((line) => technologyNames(line.text).map((name) => [name, line.passage.passage_id] as const)),
    ),
  };
}

/** Names of degrees, at the start of a line. */
const DEGREE =
  /^(?:Ph\.?D|Dr\.|M\.?Sc|M\.?A|M\.?S|M\.?Eng|MBA|B\.?Sc|B\.?A|B\.?S|B\.?Eng|Bachelor|Master|Diplom|Licence|Abitur|Baccalauréat|Associate of|Doctorate)\b/;

/** Whether what a line dates are studies, in a resume without headings. */
function isDegree({ header }: FoundRole): boolean {
  return DEGREE.test(header.text) && splitHeader(header.text, []).title === undefined;
}

function roleOf({ header, range, lines }: FoundRole, all: readonly ResumeLine[]): ResumeRole {
  const is_bare = isBare(header, range);
  const around = linesAround(header, lines, all, is_bare).map(({ text }) => text);
  const found = splitHeader(header.text.slice(0, range.start) + header.text.slice(range.end), around);
  const above = is_bare ? undefined : placedOrganization(linesBefore(all, all.indexOf(header))[0]?.text);
  return {
    header: toExcerpt(header),
    period: periodOf(range, header.text.slice(range.start, range.end)),
    ...found,
    ...(above === undefined || found.title === undefined ? {} : { organization: above }),
    lines: lines.map(toExcerpt),
    skills: [...new Set([header, ...lines].flatMap(({ text }) => technologyNames(text)))],
  };
}

/**
 * Gives positions that name a title alone the organization of the one before, where that one stands over its title in a line of its own: who was promoted names the organization once. Documents that
 * name the two in one line do so for each position.
 */
function withSharedOrganization(roles: readonly ResumeRole[]): ResumeRole[] {
  const shared: ResumeRole[] = [];
  for (const role of roles) {
    const before = shared.at(-1);
    const organization = before !== undefined && isTitleOnly(before) ? before.organization : undefined;
    const inherits = organization !== undefined && role.organization === undefined && isTitleOnly(role);
    shared.push(inherits ? { ...role, organization } : role);
  }
  return shared;
}

/** Whether the line with the dates names the title, and the organization stands elsewhere or nowhere. */
function isTitleOnly({ header, title, organization }: ResumeRole): boolean {
  const names_organization = organization !== undefined && header.text.includes(organization);
  return title !== undefined && header.text.includes(title) && !names_organization;
}

/** Lines before a position's dates in which its title and organization stand: the two of them, and a place. */
const LINES_BEFORE = 3;

/** Whether a line bears dates alone. */
function isBare({ text }: ResumeLine, { start, end }: DateRange): boolean {
  return !/\p{L}/u.test(text.slice(0, start) + text.slice(end));
}

/** The lines that may tell what a position is called and where it was, nearest first: before dates that stand alone rather than behind them. */
function linesAround(
  header: ResumeLine,
  lines: readonly ResumeLine[],
  all: readonly ResumeLine[],
  is_bare: boolean,
): readonly ResumeLine[] {
  const before = linesBefore(all, all.indexOf(header));
  const behind = lines.slice(0, is_bare ? 2 : 1).filter(({ passage }) => passage.kind !== 'list_item');
  return is_bare ? [...before, ...behind] : [...behind, ...before];
}

/** The lines before a position's dates, nearest first, as far as they are of the same entry: what is listed or told in sentences belongs to the one before, another part is another matter. */
function linesBefore(all: readonly ResumeLine[], at: number): readonly ResumeLine[] {
  const near = all.slice(Math.max(0, at - LINES_BEFORE), at).reverse();
  const other = near.findIndex(
    ({ passage, part, text }) => passage.kind === 'list_item' || part !== all[at]?.part || !isLabel(text),
  );
  return other < 0 ? near : near.slice(0, other);
}

function educationOf(line: ResumeLine, today: Date): Education {
  const range = findDateRanges(line.text, today)[0];
  return {
    ...toExcerpt(line),
    ...(range === undefined ? {} : { period: periodOf(range, line.text.slice(range.start, range.end)) }),
  };
}

/** What stands before the last year when it is a month, and when it is a word between years. */
const LAST_MONTH = /(?:\p{L}{3,}\.?,?|\d[./])\s*(?:(?:19|20)\d\d|['’‘]\d\d)$/u;
const LAST_YEAR = /(?:until|till|bis|tot)\s+\S+$/iu;

/** Months where the document names them, else years. */
function periodOf({ from, to, open, exact }: DateRange, written: string): Period {
  const months = exact || /[\p{L}./]\s*(?:19|20)\d\d/u.test(written.slice(0, written.search(/(?:19|20)\d\d/) + 4));
  const last = exact || (LAST_MONTH.test(written) && !LAST_YEAR.test(written));
  return { from: spelled(from, months), to: open ? null : spelled(to, last) };
}

function spelled(month: number, with_month: boolean): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return with_month ? `${year}-${String((month % 12) + 1).padStart(2, '0')}` : year;
}
