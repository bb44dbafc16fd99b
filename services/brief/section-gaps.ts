import type { Gap, SectionId } from '../../contracts/index.ts';
import type { WritingRequest } from './brief-writer.ts';
import { hasJobDescription, hasResume } from './what-was-given.ts';

/** What a section seeks, as a noun phrase; sections that seek the same thing share a line. */
const SOUGHT: Readonly<Record<SectionId, string>> = {
  what_they_do: 'what the company does',
  why_you_fit: 'how your resume meets the job',
  questions_to_expect: 'questions to expect',
  questions_to_ask_first: 'questions to ask',
  risks: 'risks to prepare for',
  products_and_customers: 'products and customers',
  leadership: 'who leads the company',
  culture_and_values: 'culture and values',
  recent_news: 'recent news',
  technology: 'technology they use',
  open_roles: 'open roles',
  fit: 'how your resume meets the job',
  likely_questions: 'questions to expect',
  stories_to_tell: 'stories to tell',
  questions_to_ask: 'questions to ask',
  vocabulary: 'terms the company uses',
  red_flags: 'red flags',
};

/** Sections that are one thing split over two: the second alone missing is nothing missed. */
const CONTINUED: Partial<Record<SectionId, SectionId>> = {
  questions_to_expect: 'likely_questions',
  likely_questions: 'questions_to_expect',
  questions_to_ask: 'questions_to_ask_first',
  questions_to_ask_first: 'questions_to_ask',
  why_you_fit: 'fit',
};

const NEEDS_BOTH: readonly SectionId[] = ['why_you_fit', 'fit'];
const NEEDS_RESUME: readonly SectionId[] = ['stories_to_tell'];

/** One gap for each thing that no section answers. `present` are the sections that have something to say, `known` gaps that say it already. */
export function sectionGaps(request: WritingRequest, present: ReadonlySet<SectionId>, known: readonly Gap[]): Gap[] {
  const missing = (Object.keys(SOUGHT) as SectionId[]).filter(
    (id) => !present.has(id) && !present.has(CONTINUED[id] ?? id),
  );
  const gaps = missing.map((id) => gapOf(id, request));
  return gaps.filter(
    (gap, position) =>
      gaps.findIndex((other) => other.sought === gap.sought) === position &&
      !known.some((other) => other.sought === gap.sought),
  );
}

function gapOf(id: SectionId, request: WritingRequest): Gap {
  const base = { sought: SOUGHT[id], where: whatWasRead(request) };
  if (!hasResume(request) && (NEEDS_BOTH.includes(id) || NEEDS_RESUME.includes(id))) {
    return { ...base, reason: 'No resume was read.', remedy: 'Give your resume with --resume FILE.' };
  }
  if (NEEDS_BOTH.includes(id) && !hasJobDescription(request)) {
    return {
      ...base,
      reason: 'No job description was read.',
      remedy: 'Give the job description with --job FILE, --job URL or --job -.',
    };
  }
  return {
    ...base,
    reason:
      id === 'red_flags' || id === 'risks'
        ? 'Nothing there points to one.'
        : 'Nothing there says it plainly enough to cite.',
  };
}

/** "the 12 pages and 2 documents that were read" */
function whatWasRead({ sources }: WritingRequest): string {
  const pages = sources.filter(({ source }) => source.kind === 'page').length;
  const documents = sources.length - pages;
  const parts = [counted(pages, 'page'), counted(documents, 'document')].filter((part) => part !== '');
  if (parts.length === 0) return 'nothing could be read';
  return `the ${parts.join(' and ')} that ${pages + documents === 1 ? 'was' : 'were'} read`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
