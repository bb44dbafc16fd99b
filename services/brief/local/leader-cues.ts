import type { Passage } from '../../../contracts/index.ts';
import { splitWords } from '../../text/words.ts';
import type { TitleMention } from '../job-titles.ts';
import { findTitles } from '../job-titles.ts';
import type { Span } from '../trim-quote.ts';
import type { CompanyName } from './company-name.ts';
import type { CompanySource } from './company-source.ts';
import { anyLanguage } from './cues/any-language.ts';
import {
  AS_TITLE,
  CJK_BETWEEN,
  GOING,
  HONORIFICS,
  LEGAL_FORM_IN_TEXT,
  OUTSIDER_HEADING,
  OUTSIDER_LINE,
  PAST_TITLE,
} from './cues/leaders.ts';

const FORMER =
  /\b(?:former(?:ly)?|ex-|previous(?:ly)?|until|past|late|emeritus|outgoing|interim until|then-|was (?:the |our )?(?:\w+ )?(?:CEO|CTO|chief)|served as|before (?:starting|joining|founding)|prior to|ehemalige|ancien|antigu)\b/i;
const LEAVING =
  /\b(?:steps? down|stepped down|stepping down|leaves?|left|resign(?:s|ed)?|retir(?:es|ed)|depart(?:s|ed)|succeeded by|replaced by|passes? the baton|passed away|died|deceased|hands? over|ausgeschieden|quitte|deja)\b/i;
/** Words that tell that the person after them is followed by another. */
export const SUCCEEDING =
  /\b(?:succeeds?|succeeded|replaces?|replaced|takes? over from|took over from|taking over from)\b(?! by)/i;
const OUTSIDERS =
  /\b(?:investors?|advisors?|advisory|backed by|backers|partners|customers?|clients?|testimonials?|case stud|what (?:they|people|customers|our customers) say|references?|speakers?|guests?|press contact|trusted by|loved by|stories)\b/i;
const OF_ANOTHER =
  /^,? ?(?:at|of|from|@|bei|chez|de|en|du|des|der|beim|von|,|\||–|—|-)? ?(?<place>\p{Lu}[\p{L}\p{N}&.'’-]*(?: (?:of |and |& )?\p{Lu}[\p{L}\p{N}&.'’-]*)*)/u;
const BYLINE = /^(?:by|written by|von|par|por|posted by|author:?)\s/i;
/** Titles of people who own, not lead. */
export const BOARD_ONLY = /^(?:partner|investor|owner|managing partner|founding partner)$/;

const TEAM_HEADING = anyLanguage({
  en: 'team|leadership|leaders|founders?|management|about|who we are|our people|executives?|board',
  de: '(?:unser )?team|geschäfts(?:führung|leitung)|vorstand|führung|über uns|ansprechpartner|köpfe',
  fr: '(?:notre )?équipe|direction|dirigeants|à propos|fondateurs',
  es: 'equipo|dirección|fundadores|sobre nosotros',
  it: 'direzione|squadra|chi siamo|fondatori',
  pt: 'equipe|equipa|direção|fundadores|sobre nós',
  nl: 'directie|bestuur|over ons|oprichters',
  sv: 'ledning|ledningsgrupp|om oss|grundare',
  cjk: '役員|経営陣|代表|メンバー|チーム|管理团队|임원|경영진',
});

/** "Ada Holm, CEO" · "Ada Holm is our CEO" · "CEO Ada Holm" · "CEO: Ada Holm" · "founded by Ada Holm" is no title. */
export function isBeside(text: string, person: Span, title: TitleMention): boolean {
  if (title.end <= person.start) {
    const before = text.slice(title.end, person.start);
    return [before, withoutHonorifics(before)].some((each) => BEFORE_NAME.test(each) || CJK_BETWEEN.test(each));
  }
  const between = text.slice(person.end, title.start);
  return between === ' ' ? isEntry(text, person) : AFTER_NAME.test(between) || AS_TITLE.test(between);
}

/** Whether a line is an entry of a list and no sentence: short, or begun with the name and without an end mark, or made of a name and titles alone. */
function isEntry(text: string, person: Span): boolean {
  if (text.length <= MAX_BARE_LINE_CHARACTERS) return true;
  const opens = text.slice(0, person.start).replace(HONORIFICS, '') === '';
  if (opens && text.length <= MAX_ENTRY_CHARACTERS && !/[.!?]["”’»)]?$/u.test(text)) return true;
  const rest = [person, ...findTitles(text)].reduce((left, { start, end }) => blank(left, start, end), text);
  return splitWords(rest).length <= MAX_JOINING_WORDS;
}

/** What stands between a title and the form of address that the name after it bears. */
function withoutHonorifics(between: string): string {
  const mark = /^(?:[:,]| ?[|–—-])? /.exec(between)?.[0] ?? '';
  return mark + between.slice(mark.length).replace(HONORIFICS, '');
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** What stands between a name and the title after it, and between a title and the name after it. */
const AFTER_NAME =
  /^(?:,? (?:(?:is|as|and|serves as|became|joins as|joined as|takes over as|appointed|named|promoted to) )?(?:(?:our|the|a|new|global|group|interim) )*|\s*[–—|:(/-]\s*|,\s*)$/i;
const BEFORE_NAME = /^(?:,? | ?: ?| ?[–—|(-] ?|, our |,? is )$/;

/** Longest line in which a name and a title need no mark between them, in characters: an entry of a list, not a sentence. */
const MAX_BARE_LINE_CHARACTERS = 60;

/** Longest line of a name, a title and what belongs to it, in characters. */
const MAX_ENTRY_CHARACTERS = 120;

/** Most words that join the titles of an entry: "et", "und", "and". */
const MAX_JOINING_WORDS = 2;

/** Whether a passage stands where the company speaks of its own people. */
export function isOwnPlace(passage: Passage, source: CompanySource): boolean {
  return (
    passage.kind !== 'quote' &&
    ![...passage.headings, passage.kind === 'heading' ? passage.text : ''].some(
      (heading) =>
        isPast(heading) || OUTSIDERS.test(heading) || (!TEAM_HEADING.test(heading) && OUTSIDER_HEADING.test(heading)),
    ) &&
    !(source.kind === 'news' && BYLINE.test(passage.text))
  );
}

/** Years after a title that have an end: "(until 2021)", "2014–2020". */
const ENDED =
  /^ ?(?:\(|until|bis)[^)]*\b(?:19|20)\d\d\b|^,? ?\(?(?:19|20)\d\d ?[–-] ?(?:19|20)\d\d|^,? ?(?:from|von|de|del|dal|van) (?:19|20)\d\d (?:to|until|bis|à|a|al|até|tot) (?:19|20)\d\d/;

/** What a company calls itself after a title: "Geschäftsführer der Gesellschaft". */
const OWN_PLACE =
  /^(?:Gesellschaft|Firma|GmbH|AG|Gruppe|Unternehmens?|Unternehmensgruppe|Holding|Société|Entreprise|Groupe)(?![\p{L}\p{N}])/u;

/** How one reaches somebody, which stands at the end of an entry. */
const CONTACT = /[ ,]+(?:Tel|Telefon|Fon|Mobil|Fax|E-?[Mm]ail|Mail|Tél|Téléphone|Phone)(?![\p{L}]).*$/u;

/** A field of work after a title, which German writes in capitals: "Geschäftsführer, Technik und Entwicklung". */
const FIELD_OF_WORK =
  /^(?:Technik|Entwicklung|Vertrieb|Finanzen|Personal|Marketing|Produktion|Einkauf|Service|Verwaltung|Forschung|Betrieb|Logistik|Recht|Qualität|Digitalisierung|Strategie|Controlling|Kommunikation|Organisation|Konstruktion|Fertigung|Montage|Export|IT|HR)(?![\p{L}\p{N}])/u;

/** The words around a title neither end it nor give it to another company. `person` stands beside the title when both are in one text. */
export function isCurrentAndOwn(text: string, title: TitleMention, company: CompanyName, person?: Span): boolean {
  const after = text.slice(title.end).replace(CONTACT, '');
  if (isOfOutsiders(text, company)) return false;
  if (isPast(text.slice(0, title.end)) || ENDED.test(after)) return false;
  const place = person && person.start >= title.end ? undefined : OF_ANOTHER.exec(after)?.groups?.place;
  return (
    place === undefined ||
    company.pattern.test(place) ||
    OWN_PLACE.test(place) ||
    FIELD_OF_WORK.test(place) ||
    findTitles(place).length > 0
  );
}

/** Whether a line puts what it says into the past. */
export function isPast(text: string): boolean {
  return FORMER.test(text) || PAST_TITLE.test(text);
}

/** Where a line tells that somebody leaves. */
export function leavingIn(text: string): RegExpExecArray | null {
  return LEAVING.exec(text) ?? GOING.exec(text);
}

/** Whether a line names an author. */
export function isByline(text: string): boolean {
  return BYLINE.test(text);
}

/** Whether a line speaks of owners, hosts, guests, or of another organization under its legal form. */
function isOfOutsiders(text: string, company: CompanyName): boolean {
  const rest = findTitles(text).reduce((left, { start, end }) => blank(left, start, end), text);
  return OUTSIDER_LINE.test(rest) || (LEGAL_FORM_IN_TEXT.test(rest) && !company.pattern.test(rest));
}

/** On pages that tell of others as well, only what names the company or says "our" counts, and nothing that somebody else is quoted with. */
export function isSourced(text: string, { kind }: CompanySource, company: CompanyName): boolean {
  if (kind === 'team' || kind === 'about' || kind === 'contact' || company.pattern.test(text)) return true;
  if (kind === 'news') return /\bour\b|\b(?:says|said|takes over as|joins|appointed|named|promoted)\b/i.test(text);
  return /\bour\b|\bwe\b/i.test(text) && !/["“”„«»]/.test(text);
}

/** Whether a name and the title in the next line may be taken as one entry: on pages about people anywhere, elsewhere under a heading about people. */
export function isRoster(passage: Passage, { kind }: CompanySource): boolean {
  return kind === 'team' || kind === 'about' || passage.headings.some((heading) => TEAM_HEADING.test(heading));
}
