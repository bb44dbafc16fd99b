import type { Audience, Brief, Claim, Section } from '../../../contracts/index.ts';
import { FIRST_PAGE } from '../section-titles.ts';
import { formatDay } from './dates.ts';
import { ANYONE_LABEL, AUDIENCE_LABELS } from './labels.ts';
import { plural } from './source-facts.ts';

/** A brief's sections as they are laid out. */
export interface BriefParts {
  readonly firstPage: readonly Section[];
  readonly further: readonly Section[];
}

/** Claims under a heading of their own, or under none. */
export interface ClaimGroup {
  readonly label: string | undefined;
  readonly claims: readonly Claim[];
}

/** Who may ask, in the order in which one meets them. */
const AUDIENCES = Object.keys(AUDIENCE_LABELS) as Audience[];

/** Sections whose claims are numbered questions. */
const NUMBERED: ReadonlySet<string> = new Set(['questions_to_expect', 'questions_to_ask_first', 'questions_to_ask']);

/** Parts a brief into its first page and the rest, in reading order. */
export function partsOf({ sections }: Pick<Brief, 'sections'>): BriefParts {
  const isFirst = ({ section_id }: Section) => FIRST_PAGE.includes(section_id);
  return { firstPage: sections.filter(isFirst), further: sections.filter((section) => !isFirst(section)) };
}

/** Whether a section's claims are counted, as questions are. */
export function isNumbered({ section_id }: Section): boolean {
  return NUMBERED.has(section_id);
}

/** Groups likely questions by who asks, news by nothing but with the newest first; other sections are one group in the order given. */
export function groupsOf({ section_id, claims }: Section): readonly ClaimGroup[] {
  if (section_id === 'recent_news') return [{ label: undefined, claims: newestFirst(claims) }];
  if (section_id !== 'likely_questions') return [{ label: undefined, claims }];
  const byAudience = Map.groupBy(claims, ({ audience }) => audience);
  return [...AUDIENCES, undefined].flatMap((audience) => {
    const group = byAudience.get(audience);
    return group ? [{ label: audience === undefined ? ANYONE_LABEL : AUDIENCE_LABELS[audience], claims: group }] : [];
  });
}

/** ISO dates sort as text; claims without a date come last. */
function newestFirst(claims: readonly Claim[]): readonly Claim[] {
  const dateOf = ({ date }: Claim) => date ?? '';
  return claims.toSorted((left, right) => (dateOf(left) < dateOf(right) ? 1 : dateOf(left) > dateOf(right) ? -1 : 0));
}

/** A text with its first letter as a capital, as a line of its own wants it. */
export function sentenceCase(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return first.toUpperCase() + text.slice(first.length);
}

/** The line under the title: whose site, for which role and conversation, of which day, from how much. */
export function subtitleOf({ company_url, role, audience, generated_at, usage }: Brief): readonly string[] {
  const facts = [
    URL.canParse(company_url) ? new URL(company_url).host : company_url,
    role,
    audience === undefined ? undefined : `for the ${AUDIENCE_LABELS[audience].toLowerCase()} conversation`,
    formatDay(generated_at),
    `from ${readParts(usage).join(' and ')}`,
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** What a brief was made of: of pages and documents those that there are. */
function readParts({ pages, documents }: Brief['usage']): readonly string[] {
  const parts = [
    { count: pages, noun: 'page' },
    { count: documents, noun: 'document' },
  ];
  return parts.filter(({ count }) => count > 0).map(({ count, noun }) => plural(count, noun));
}
