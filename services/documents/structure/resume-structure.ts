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
import { splitHeader } from './split-header.ts';

/** Understands a resume: who and how to reach, dated positions, education, skills. `today` is the day until which what goes on has lasted. */
export function resumeStructure(resume: SourceWithPassages, today: Date): ResumeStructure {
  const { lines, roles } = readResume(resume, today);
  return {
    kind: 'resume',
    contact: findContact(resume.passages, (text) => resumePartOf(text) !== undefined),
    roles: roles.map((role) => roleOf(role, lines)),
    education: lines.filter(({ part }) => part === 'education').map((line) => educationOf(line, today)),
    skills: namedSkills(
      lines.flatMap((line) => technologyNames(line.text).map((name) => [name, line.passage.passage_id] as const)),
    ),
  };
}

function roleOf({ header, range, lines }: FoundRole, all: readonly ResumeLine[]): ResumeRole {
  const at = all.indexOf(header);
  const around = [lines[0], all[at - 1], all[at - 2]].flatMap((line) => (line === undefined ? [] : [line.text]));
  return {
    header: toExcerpt(header),
    period: periodOf(range, header.text.slice(range.start, range.end)),
    ...splitHeader(header.text.slice(0, range.start) + header.text.slice(range.end), around),
    lines: lines.map(toExcerpt),
    skills: [...new Set([header, ...lines].flatMap(({ text }) => technologyNames(text)))],
  };
}

function educationOf(line: ResumeLine, today: Date): Education {
  const range = findDateRanges(line.text, today)[0];
  return {
    ...toExcerpt(line),
    ...(range === undefined ? {} : { period: periodOf(range, line.text.slice(range.start, range.end)) }),
  };
}

/** Months where the document names them, else years. */
function periodOf({ from, to, open, exact }: DateRange, written: string): Period {
  const months = exact || /[\p{L}./]\s*(?:19|20)\d\d/u.test(written.slice(0, written.search(/(?:19|20)\d\d/) + 4));
  return { from: spelled(from, months), to: open ? null : spelled(to, exact) };
}

function spelled(month: number, with_month: boolean): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return with_month ? `${year}-${String((month % 12) + 1).padStart(2, '0')}` : year;
}
