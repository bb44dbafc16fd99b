import type { Gap, SectionId } from '../../contracts/index.ts';
import { MAX_BRIEF_WORDS } from '../../contracts/index.ts';
import type { AcceptedClaim, AcceptedSection } from './accept-claims.ts';
import { countWords } from './count-words.ts';
import { FIRST_PAGE } from './section-titles.ts';

/** Most claims of the first page's sections: it is what one reads on the way there. */
const FIRST_PAGE_LIMITS: Partial<Record<SectionId, number>> = {
  what_they_do: 4,
  why_you_fit: 3,
  questions_to_expect: 5,
  questions_to_ask_first: 5,
  risks: 3,
};

/** What is cut first when the brief is too long. */
const CUT_ORDER: readonly SectionId[] = [
  'vocabulary',
  'open_roles',
  'questions_to_ask',
  'technology',
  'likely_questions',
  'products_and_customers',
  'culture_and_values',
  'red_flags',
  'stories_to_tell',
  'recent_news',
  'leadership',
  'fit',
];

/** Claims that a section keeps in each round of cutting; only a brief of endless statements gets to the last. */
const FLOORS = [3, 2, 1, 0] as const;

/** Most words of all gaps together: more unread pages than that are told as a number. */
const MAX_GAP_WORDS = 450;

/** Sections that keep to the word cap, and how many claims did not fit. */
export interface Capped {
  readonly sections: readonly AcceptedSection[];
  readonly cut: number;
}

/** Counts the words of the brief that sections make, as the reader gets it. */
export type WordCounter = (sections: readonly AcceptedSection[]) => number;

/** Cuts claims from the ends of the less important sections until the brief has at most {@link MAX_BRIEF_WORDS} words. The first page is cut only when it alone is longer. */
export function capWords(sections: readonly AcceptedSection[], wordsOf: WordCounter): Capped {
  const kept = new Map(
    sections.map(({ section_id, claims }) => [section_id, claims.slice(0, FIRST_PAGE_LIMITS[section_id])]),
  );
  const isOver = () => wordsOf(asSections(kept)) > MAX_BRIEF_WORDS;
  for (const order of [CUT_ORDER, [...FIRST_PAGE].reverse()]) {
    for (const floor of isOver() ? FLOORS : []) {
      for (const id of order) shorten(kept, id, floor, isOver);
    }
  }
  const result = asSections(kept);
  return { sections: result, cut: claimsOf(sections) - claimsOf(result) };
}

function shorten(kept: Map<SectionId, AcceptedClaim[]>, id: SectionId, floor: number, isOver: () => boolean): void {
  let claims = kept.get(id) ?? [];
  while (claims.length > floor && isOver()) {
    claims = claims.slice(0, -1);
    kept.set(id, claims);
  }
}

function asSections(kept: ReadonlyMap<SectionId, AcceptedClaim[]>): AcceptedSection[] {
  return Array.from(kept, ([section_id, claims]) => ({ section_id, claims })).filter(({ claims }) => claims.length > 0);
}

function claimsOf(sections: readonly AcceptedSection[]): number {
  return sections.reduce((sum, { claims }) => sum + claims.length, 0);
}

/** Keeps the gaps' part of the brief short: those beyond {@link MAX_GAP_WORDS} words become one line that says how many there are. */
export function capGaps(gaps: readonly Gap[]): Gap[] {
  let words = 0;
  const kept = gaps.filter((gap) => {
    words += [gap.sought, gap.where, gap.reason, gap.remedy ?? ''].reduce((sum, text) => sum + countWords(text), 0);
    return words <= MAX_GAP_WORDS;
  });
  const rest = gaps.length - kept.length;
  if (rest === 0) return kept;
  const where = [...new Set(gaps.slice(kept.length).map((gap) => gap.where))].slice(0, MAX_NAMED_PLACES).join(', ');
  return [
    ...kept,
    {
      sought: `${rest} further things`,
      where: where.slice(0, MAX_WHERE_CHARACTERS),
      reason: 'They were not found or could not be read.',
    },
  ];
}

/** How the line about further gaps names places. */
const MAX_NAMED_PLACES = 3;
const MAX_WHERE_CHARACTERS = 300;
