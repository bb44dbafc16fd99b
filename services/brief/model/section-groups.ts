import type { PageKind, SectionId } from '../../../contracts/index.ts';
import type { WritingRequest } from '../brief-writer.ts';
import { hasJobDescription, hasResume } from '../what-was-given.ts';

/** Sections that one call writes, because they read the same sources. */
export interface SectionGroup {
  readonly sections: readonly SectionId[];
  /** Whether the resume is needed: a call that can do without does not get it. */
  readonly reads_resume: boolean;
  /** Kinds of pages that say most about these sections, most telling first. */
  readonly kinds: readonly PageKind[];
}

/**
 * Four or five sections a call: seventeen calls would send the sources seventeen times, one call would write so much that it is cut off, and models lose
 * sight of the later sections of a long list.
 */
const GROUPS: readonly SectionGroup[] = [
  {
    sections: ['what_they_do', 'products_and_customers', 'leadership', 'culture_and_values'],
    reads_resume: false,
    kinds: ['about', 'home', 'team', 'products', 'values', 'customers', 'pricing'],
  },
  {
    sections: ['recent_news', 'technology', 'open_roles', 'vocabulary', 'red_flags'],
    reads_resume: false,
    kinds: ['news', 'engineering', 'careers', 'role', 'job_description', 'about'],
  },
  {
    sections: ['why_you_fit', 'fit', 'stories_to_tell', 'risks'],
    reads_resume: true,
    kinds: ['job_description', 'role', 'careers', 'values', 'engineering'],
  },
  {
    sections: ['questions_to_expect', 'questions_to_ask_first', 'likely_questions', 'questions_to_ask'],
    reads_resume: true,
    kinds: ['job_description', 'role', 'values', 'news', 'engineering', 'about', 'products'],
  },
];

const NEEDS_RESUME: readonly SectionId[] = ['why_you_fit', 'fit', 'stories_to_tell'];
const NEEDS_JOB: readonly SectionId[] = ['why_you_fit', 'fit'];

/** The groups to write for a request, without sections that have nothing to stand on: the gaps say why those are missing. */
export function sectionGroups(request: WritingRequest): SectionGroup[] {
  const resume = hasResume(request);
  const job = hasJobDescription(request);
  const possible = (id: SectionId) => (resume || !NEEDS_RESUME.includes(id)) && (job || !NEEDS_JOB.includes(id));
  return GROUPS.map((group) => ({ ...group, sections: group.sections.filter(possible) })).filter(
    ({ sections }) => sections.length > 0,
  );
}
