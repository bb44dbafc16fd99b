import type { DateRange } from '../../text/date-ranges.ts';
import { technologyNames } from './find-technologies.ts';
import type { ResumeRole } from './resume.ts';

/** Months that positions cover together; those at the same time count once. */
export function monthsCovered(roles: readonly ResumeRole[]): number {
  const months = new Set<number>();
  for (const { range } of roles) {
    for (let month = range.from; month <= range.to; month += 1) months.add(month);
  }
  return months.size;
}

/** The positions whose lines name one of the skills. */
export function rolesNaming(roles: readonly ResumeRole[], skills: readonly string[]): ResumeRole[] {
  return roles.filter(({ header, lines }) =>
    [header, ...lines].some(({ text }) => technologyNames(text).some((name) => skills.includes(name))),
  );
}

/** A stretch without a position between two dated ones. */
export interface WorkGap {
  readonly before: ResumeRole;
  readonly after: ResumeRole;
}

/** Shortest stretch that interviewers ask about, in whole months between two positions: less is a notice period and a holiday. */
const MIN_GAP_MONTHS = 5;

/** Stretches of {@link MIN_GAP_MONTHS} and more between positions whose months are known. Who studied meanwhile has nothing to explain. */
export function workGaps(roles: readonly ResumeRole[], studies: readonly DateRange[] = []): WorkGap[] {
  const sorted = roles.filter(({ range }) => range.exact).sort((one, other) => one.range.from - other.range.from);
  if (sorted.length < roles.length) return [];
  return sorted.slice(1).flatMap((after, index) => {
    const earlier = sorted.slice(0, index + 1);
    const before = earlier.reduce((last, role) => (role.range.to > last.range.to ? role : last));
    const idle = monthsBetween(before.range.to, after.range.from).filter(
      (month) => !studies.some(({ from, to }) => from <= month && month <= to),
    );
    return idle.length >= MIN_GAP_MONTHS ? [{ before, after }] : [];
  });
}

function monthsBetween(before: number, after: number): number[] {
  return Array.from({ length: Math.max(0, after - before - 1) }, (_, index) => before + 1 + index);
}
