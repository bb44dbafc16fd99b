import type { PageKind, Passage } from '../../../contracts/index.ts';
import type { TitleMention } from '../job-titles.ts';
import { findTitles } from '../job-titles.ts';
import type { CompanyName } from './company-name.ts';
import type { CompanySource } from './company-source.ts';
import { HONORIFICS, NEXT_NAME } from './cues/leaders.ts';
import type { Evidence } from './evidence.ts';
import { joinedTitles } from './joined-titles.ts';
import {
  BOARD_ONLY,
  isBeside,
  isByline,
  isCurrentAndOwn,
  isOwnPlace,
  isPast,
  isRoster,
  isSourced,
  leavingIn,
  SUCCEEDING,
} from './leader-cues.ts';
import type { PersonMention } from './person-names.ts';
import { findPeople, isNameOfHan, withoutTranscription } from './person-names.ts';
import { MAX_TITLE_LINE_CHARACTERS, pairsOf } from './roster.ts';
import type { Sentence } from './sentence.ts';

/** A person who leads the company, with where name and title stand. */
export interface Leader {
  readonly name: string;
  /** The title as the source writes it. */
  readonly title: string;
  readonly canonical: string;
  readonly from: readonly Sentence[];
  /** How sure the place makes it: a team page above a news item. */
  readonly trust: number;
  /** Date of the source, newest wins. */
  readonly date: string;
}

/** The people who lead the company now, as its own pages pair them with a title. Testimonials, authors, investors, former officers and other companies' people are left out. */
export function leadersOf(evidence: Evidence): Leader[] {
  const gone = departed(evidence);
  const found = evidence.sources
    .filter(({ kind }) => kind !== 'customers')
    .flatMap((source) => [...pairedBlocks(source, evidence), ...inSentences(source, evidence)])
    .filter(({ name, canonical }) => !gone.has(name) && !BOARD_ONLY.test(canonical));
  const sorted = found.sort((one, other) => other.trust - one.trust || other.date.localeCompare(one.date));
  const kept: Leader[] = [];
  for (const leader of sorted) {
    const taken = kept.some(
      (other) =>
        sameName(other.name, leader.name) || (isUnique(leader.canonical) && other.canonical === leader.canonical),
    );
    if (!taken) kept.push(leader);
  }
  return kept;
}

/** Japanese names are written with and without a space. */
function sameName(one: string, other: string): boolean {
  return one === other || (/\p{Script=Han}/u.test(one) && one.replace(/\s/gu, '') === other.replace(/\s/gu, ''));
}

/** Titles that one person holds at a time. */
function isUnique(canonical: string): boolean {
  return /^chief .* officer$/.test(canonical) || canonical === 'managing director';
}

/** A block that is a name, beside a line that begins with a title. */
function pairedBlocks(source: CompanySource, evidence: Evidence): Leader[] {
  const pairs = pairsOf(source.passages, (text) => nameAlone(text, evidence));
  return pairs.flatMap(({ name, namePassage, titlePassage, titles }) => {
    const isPlace = isOwnPlace(namePassage, source) && isOwnPlace(titlePassage, source);
    const [title] = titles;
    const own = titles.every((each) => isCurrentAndOwn(titlePassage.text, each, evidence.company));
    if (!isPlace || !isRoster(namePassage, source) || !title || !own) return [];
    const line = titleLine(titlePassage.text, titles, evidence.company);
    return [leaderOf(name, line, title, source, [source.sentences, namePassage, titlePassage])];
  });
}

/** The name, when a text is a person's name and nothing else. */
function nameAlone(text: string, evidence: Evidence): string | undefined {
  const bare = withoutTranscription(text);
  if (isNameOfHan(bare)) return bare;
  const [person, ...others] = peopleIn(bare, evidence);
  return person && others.length === 0 && person.name === bare.trim().replace(HONORIFICS, '') ? person.name : undefined;
}

/** The people that a text names; the company's own name may have the shape of one. */
function peopleIn(text: string, { request, company }: Evidence): PersonMention[] {
  return findPeople(text, request.analysis).filter(
    ({ name }) => !company.pattern.test(name) || isOfFamily(name, company),
  );
}

/** Whether a name is that of somebody whose family the company is called after: "Hélène Bellegarde" of Bellegarde. */
function isOfFamily(name: string, company: CompanyName): boolean {
  return !company.name.includes(' ') && name.includes(' ') && name.split(' ').at(-1) === company.name;
}

/** Name and title side by side in one line or sentence. */
function inSentences(source: CompanySource, evidence: Evidence): Leader[] {
  const { company } = evidence;
  const present = source.sentences.filter(({ text, passage }) => isOwnPlace(passage, source) && isPresent(text));
  return present.flatMap((sentence) => {
    const { text, passage } = sentence;
    const titles = isSourced(text, source, company) ? joinedTitles(text, findTitles(text)) : [];
    const people = titles.length === 0 ? [] : peopleIn(text, evidence);
    const taken = new Set<PersonMention>();
    return titles.flatMap((title) => {
      const beside = people.filter((candidate) => isBeside(text, candidate, title));
      const person = beside.find((candidate) => !taken.has(candidate)) ?? beside[0];
      if (person) taken.add(person);
      if (!person || !isCurrentAndOwn(text, title, company, person)) return [];
      return withListed(text, title, person, people, source.kind === 'contact').map(({ name }) =>
        leaderOf(name, writtenOut(text, title, titles), title, source, [[sentence], passage]),
      );
    });
  });
}

/** An abbreviation with the title that it stands behind in brackets: "最高財務責任者(CFO)". */
function writtenOut(text: string, title: TitleMention, titles: readonly TitleMention[]): string {
  const whole = titles.find(({ end }) => end <= title.start && /^ ?[((]$/u.test(text.slice(end, title.start)));
  const closing = /^[))]/u.exec(text.slice(title.end))?.[0];
  return whole && closing ? text.slice(whole.start, title.end) + closing : title.text;
}

/** A person and, where a title stands over a list, as in an imprint or after a colon ("Geschäftsführer: Ada Holm, Bo Lund"), the others of the list. */
function withListed(
  text: string,
  title: TitleMention,
  first: PersonMention,
  people: readonly PersonMention[],
  isImprint: boolean,
): PersonMention[] {
  const listed = [first];
  const isOver = isImprint || /^[::]/u.test(text.slice(title.end));
  if (!isOver || first.start < title.end) return listed;
  for (const person of people.filter(({ start }) => start > first.start)) {
    if (!NEXT_NAME.test(text.slice(listed.at(-1)?.end, person.start))) break;
    listed.push(person);
  }
  return listed;
}

/** Whether a sentence speaks of who leads now, and is no line that names an author. */
function isPresent(text: string): boolean {
  return !isByline(text) && !isPast(text) && leavingIn(text) === null;
}

/** The title with what belongs to it: "Chief Executive Officer and co-founder". */
function titleLine(text: string, titles: readonly TitleMention[], company: CompanyName): string {
  const last = titles.at(-1);
  const line = text.replace(/[.;]$/, '');
  const named = company.pattern.exec(line);
  return line.split(' ').length <= MAX_TITLE_WORDS && !named
    ? line
    : text.slice(0, last && last.end < MAX_TITLE_LINE_CHARACTERS ? last.end : titles[0]?.end);
}

/** Longest line that is taken as a title as it stands, in words. */
const MAX_TITLE_WORDS = 10;

type Where = readonly [readonly Sentence[], ...Passage[]];

function leaderOf(
  name: string,
  title: string,
  mention: TitleMention,
  source: CompanySource,
  [sentences, ...passages]: Where,
): Leader {
  return {
    name,
    title,
    canonical: mention.title,
    from: sentences.filter((sentence) => passages.includes(sentence.passage)),
    trust: TRUST[source.kind] ?? 0,
    date: passages[0]?.date ?? source.source.published_at ?? '',
  };
}

/** How far each kind of page is trusted about who leads. */
const TRUST: Partial<Record<PageKind, number>> = { team: 3, about: 2, home: 1, contact: 1 };

/** People who a page says have left, or whom somebody follows. */
function departed(evidence: Evidence): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { text } of evidence.sources.flatMap(({ sentences }) => sentences)) {
    const leaving = leavingIn(text);
    const cue = leaving ?? SUCCEEDING.exec(text);
    if (!cue) continue;
    const people = peopleIn(text, evidence);
    const person = leaving
      ? people.filter(({ end }) => end <= cue.index).at(-1)
      : people.find(({ start }) => start >= cue.index);
    if (person) gone.add(person.name);
  }
  return gone;
}
