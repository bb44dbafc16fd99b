import type { Passage } from '../../../contracts/index.ts';
import type { TitleMention } from '../job-titles.ts';
import { findTitles } from '../job-titles.ts';
import type { CompanyName } from './company-name.ts';
import type { CompanySource, Evidence } from './evidence.ts';
import { findPeople } from './person-names.ts';
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

const FORMER =
  /\b(?:former(?:ly)?|ex-|previous(?:ly)?|until|past|late|emeritus|outgoing|interim until|then-|was (?:the |our )?(?:\w+ )?(?:CEO|CTO|chief)|served as|before (?:starting|joining|founding)|prior to|ehemalige|ancien|antigu)\b/i;
const LEAVING =
  /\b(?:steps? down|stepped down|stepping down|leaves?|left|resign(?:s|ed)?|retir(?:es|ed)|depart(?:s|ed)|succeeded by|replaced by|passes? the baton|hands? over|ausgeschieden|quitte|deja)\b/i;
const SUCCEEDING =
  /\b(?:succeeds?|succeeded|replaces?|replaced|takes? over from|took over from|taking over from)\b(?! by)/i;
const OUTSIDERS =
  /\b(?:investors?|advisors?|advisory|backed by|backers|partners|customers?|clients?|testimonials?|case stud|what (?:they|people|customers|our customers) say|references?|speakers?|guests?|press contact|trusted by|loved by|stories)\b/i;
const OF_ANOTHER =
  /^,? ?(?:at|of|from|@|bei|chez|de|en|,|\||–|—|-)? ?(?<place>\p{Lu}[\p{L}\p{N}&.'’-]*(?: (?:of |and |& )?\p{Lu}[\p{L}\p{N}&.'’-]*)*)/u;
const BYLINE = /^(?:by|written by|von|par|por|posted by|author:?)\s/i;
const BOARD_ONLY = /^(?:partner|investor|owner|managing partner|founding partner)$/;

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
      (other) => other.name === leader.name || (isUnique(leader.canonical) && other.canonical === leader.canonical),
    );
    if (!taken) kept.push(leader);
  }
  return kept;
}

/** Titles that one person holds at a time. */
function isUnique(canonical: string): boolean {
  return /^chief .* officer$/.test(canonical) || canonical === 'managing director';
}

/** A heading that is a name, followed by a line that begins with a title. */
function pairedBlocks(source: CompanySource, evidence: Evidence): Leader[] {
  return source.passages.flatMap((passage, position) => {
    const next = source.passages[position + 1];
    if (!next || !isOwnPlace(passage, source) || passage.kind === 'quote' || next.kind === 'quote') return [];
    const [person, ...others] = findPeople(passage.text, evidence.request.analysis);
    const alone = person && others.length === 0 && person.start === 0 && person.end === passage.text.length;
    const titles = findTitles(next.text);
    const title = titles[0];
    if (
      !alone ||
      !title ||
      title.start > 0 ||
      next.text.length > MAX_TITLE_LINE_CHARACTERS ||
      !isCurrentAndOwn(next.text, title, evidence.company)
    )
      return [];
    const line = titleLine(next.text, titles, evidence.company);
    return [leaderOf(person.name, line, title, source, [source.sentences, passage, next])];
  });
}

/** Longest line that is a title and not a story, in characters. */
const MAX_TITLE_LINE_CHARACTERS = 120;

/** Name and title side by side in one line or sentence. */
function inSentences(source: CompanySource, evidence: Evidence): Leader[] {
  return source.sentences.flatMap((sentence) => {
    const { text, passage } = sentence;
    if (
      passage.kind === 'quote' ||
      !isOwnPlace(passage, source) ||
      BYLINE.test(text) ||
      FORMER.test(text) ||
      LEAVING.test(text)
    )
      return [];
    const people = findPeople(text, evidence.request.analysis);
    return findTitles(text).flatMap((title) => {
      const person = people.find((candidate) => isBeside(text, candidate, title));
      const own =
        person && isCurrentAndOwn(text, title, evidence.company) && isSourced(text, person, source, evidence.company);
      return own ? [leaderOf(person.name, title.text, title, source, [[sentence], passage])] : [];
    });
  });
}

/** "Ada Holm, CEO" · "Ada Holm is our CEO" · "CEO Ada Holm" · "CEO: Ada Holm" · "founded by Ada Holm" is no title. */
function isBeside(text: string, person: { start: number; end: number }, title: TitleMention): boolean {
  const between = person.end <= title.start ? text.slice(person.end, title.start) : text.slice(title.end, person.start);
  return person.end <= title.start
    ? /^(?:,? ?(?:our|the|is|is our|is the|is a|as|as our|as the|and|serves as|became|joins as|joined as|takes over as|appointed|named|promoted to)?,? ?(?:new |global |group )?|\s*[–—|:(/-]\s*)$/i.test(
        between,
      )
    : /^(?:,? |: ?| ?[–—|(-] ?|, our |,? is )$/.test(between);
}

function isOwnPlace(passage: Passage, source: CompanySource): boolean {
  return (
    ![...passage.headings, passage.kind === 'heading' ? passage.text : ''].some((heading) => OUTSIDERS.test(heading)) &&
    !(source.kind === 'news' && BYLINE.test(passage.text))
  );
}

/** The words around a title neither end it nor give it to another company. */
function isCurrentAndOwn(text: string, title: TitleMention, company: CompanyName): boolean {
  if (FORMER.test(text.slice(0, title.end)) || /^ ?(?:\(|until|bis)[^)]*\b(?:19|20)\d\d\b/.test(text.slice(title.end)))
    return false;
  const place = OF_ANOTHER.exec(text.slice(title.end))?.groups?.place;
  if (place === undefined || company.pattern.test(place) || findTitles(place).length > 0) return true;
  return (
    !/^,? ?(?:at|of|from|@|bei|chez)\b|^[,|–—-]? ?\p{Lu}/u.test(text.slice(title.end)) ||
    /^ (?:and|und|et)\b/.test(text.slice(title.end))
  );
}

/** On pages that tell of others as well, only what names the company, says "our", or starts with the person counts. */
function isSourced(
  text: string,
  person: { start: number; end: number },
  source: CompanySource,
  company: CompanyName,
): boolean {
  if (source.kind === 'team' || source.kind === 'about' || source.kind === 'contact') return true;
  return (
    company.pattern.test(text) ||
    /\bour\b|\bwe\b/i.test(text) ||
    (source.kind === 'news' &&
      person.start >= 0 &&
      /\b(?:says|said|takes over as|joins|appointed|named|promoted)\b/.test(text))
  );
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
    trust:
      source.kind === 'team'
        ? 3
        : source.kind === 'about'
          ? 2
          : source.kind === 'home' || source.kind === 'contact'
            ? 1
            : 0,
    date: passages[0]?.date ?? source.source.published_at ?? '',
  };
}

/** People who a page says have left, or whom somebody follows. */
function departed(evidence: Evidence): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const { text } of evidence.sources.flatMap(({ sentences }) => sentences)) {
    const cue = LEAVING.exec(text) ?? SUCCEEDING.exec(text);
    if (!cue) continue;
    const people = findPeople(text, evidence.request.analysis);
    const person = LEAVING.test(text)
      ? people.filter(({ end }) => end <= cue.index).at(-1)
      : people.find(({ start }) => start >= cue.index);
    if (person) gone.add(person.name);
  }
  return gone;
}
