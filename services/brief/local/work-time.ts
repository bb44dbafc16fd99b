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

/** Stretches of {@link MIN_GAP_MONTHS} and more between positions whose months are known. */
export function workGaps(roles: readonly ResumeRole[]): WorkGap[] {
  const sorted = roles.filter(({ range }) => range.exact).sort((one, other) => one.range.from - other.range.from);
  if (sorted.length < roles.length) return [];
  return sorted.slice(1).flatMap((after, index) => {
    const earlier = sorted.slice(0, index + 1);
    const before = earlier.reduce((last, role) => (role.range.to > last.range.to ? role : last));
    return after.range.from - before.range.to - 1 >= MIN_GAP_MONTHS ? [{ before, after }] : [];
  });
}
