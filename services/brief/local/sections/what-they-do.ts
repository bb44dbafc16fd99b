import type { PageKind } from '../../../../contracts/index.ts';
import type { SectionSelector } from '../claims.ts';
import { statedSentence } from '../claims.ts';
import {
  APPOSITION,
  AS_WHAT_WE_ARE,
  ASIDE,
  BEGAN,
  COMPANY_FACT,
  DOING,
  MISSION,
  TOPIC_MARK,
  WE,
  WE_IN_VERB,
} from '../cues/company.ts';
import { WAYS } from '../cues/culture.ts';
import { GOING } from '../cues/leaders.ts';
import { ROLE, ROLES_HEADING } from '../cues/roles.ts';
import type { Evidence } from '../evidence.ts';
import { factRows } from '../fact-rows.ts';
import { findPeople } from '../person-names.ts';
import { best } from '../rank.ts';
import type { Sentence } from '../sentence.ts';
import { isTelling, pointsBack } from '../sentence-quality.ts';
import { tellingSentences } from '../telling-sentences.ts';

const MAX_DEFINITIONS = 2;
const MAX_FACTS = 2;

/** Where a company says what it does, best place first. */
const PLACE: Partial<Record<PageKind, number>> = {
  about: 3,
  home: 3,
  products: 1,
  other: 0,
  careers: 1,
  news: -2,
  customers: -2,
  pricing: -1,
  team: -1,
  values: 0,
};

/** What the company does: the sentences that define it, then its size, age and places. */
export const whatTheyDo: SectionSelector = (evidence) => {
  const sentences = tellingSentences(evidence);
  const definitions = best(sentences, (sentence) => definitionScore(sentence, evidence), MAX_DEFINITIONS);
  const chosen = definitions.length > 0 ? definitions : fallback(evidence, sentences);
  const facts = best(
    sentences.filter((sentence) => !chosen.includes(sentence) && !isLifeOfPerson(sentence, evidence)),
    factScore,
    MAX_FACTS,
  );
  return [...[...chosen, ...facts].map(statedSentence), ...factRows(evidence)];
};

function definitionScore(sentence: Sentence, evidence: Evidence): number {
  const { passage, source } = sentence;
  if (WAYS.test(sentence.text)) return 0;
  if (AS_WHAT_WE_ARE.test(sentence.text)) return 3 + placeOf(source);
  const text = sentence.text.replace(APPOSITION, '');
  const named = afterName(text, evidence)?.replace(ASIDE, '');
  const we = WE.exec(text);
  const rest = named ?? (we ? text.slice(we[0].length) : undefined);
  if (rest === undefined || BEGAN.test(rest) || !(DOING.test(rest) || TOPIC_MARK.test(rest)))
    return MISSION.test(text) ? 2 + placeOf(source) : saysSomething(rest, named, sentence, evidence);
  const weak = named === undefined && /^ (?:are|sind|sommes|somos|siamo) /.test(rest) ? 3 : 0;
  return (
    4 -
    weak +
    placeOf(source) +
    (named === undefined ? 0 : 2) +
    (passage.kind === 'metadata' ? 1 : 0) +
    (passage.start < EARLY_CHARACTERS ? 1 : 0)
  );
}

/** In other languages than English, whose verbs are not all known: what goes on after the company's name in small letters, or opens with "we" in its verb. */
function saysSomething(
  rest: string | undefined,
  named: string | undefined,
  { text, source }: Sentence,
  { sources }: Evidence,
): number {
  const language = sources.find((each) => each.source === source)?.language ?? 'und';
  if (named !== undefined && /^['’]s \p{Ll}/u.test(named)) return Math.max(0, 2 + placeOf(source));
  if (language === 'en' || language === 'und' || (rest !== undefined && BEGAN.test(rest)) || GOING.test(text)) return 0;
  if (!/[.!。]$/u.test(text) || (source.kind === 'page' && source.page_kind === 'contact')) return 0;
  const isNamed = named !== undefined && /^ \p{Ll}/u.test(named);
  const isWe = ['es', 'it', 'pt'].includes(language) && WE_IN_VERB.test(text);
  return isNamed || isWe ? Math.max(0, (isNamed ? 2 : 1) + placeOf(source)) : 0;
}

/** What follows the company's name in a text that begins with it. */
function afterName(text: string, { company }: Evidence): string | undefined {
  const name = company.pattern.exec(text);
  return name && BEFORE_NAME.test(text.slice(0, name.index)) ? text.slice(name.index + name[0].length) : undefined;
}

/** What may stand before a company's name that opens a sentence. */
const BEFORE_NAME =
  /^(?:(?:At|The|Die|Der|Das|Bei|Bei der|Les?|La|Chez|El|Los|Las|I|Il|Lo|Gli|O|Os|As?|De|Het|Mit|Avec|Con|Com|Met|Med) (?:(?:groupe|gruppe|gruppo|grupo|groep|société|maison|firma|empresa|azienda) )?|L[’']|株式会社|\(株\)|주식회사 ?)?$/iu;

/** What stands in the first screen of a page tells what the page is about. */
const EARLY_CHARACTERS = 800;

function placeOf(source: Sentence['source']): number {
  return source.kind === 'page' ? (PLACE[source.page_kind] ?? 0) : 0;
}

/** Whether a sentence stands under somebody's name: it tells of a life, not of the company. */
function isLifeOfPerson({ passage }: Sentence, { request }: Evidence): boolean {
  const nearest = passage.headings.at(-1) ?? '';
  return findPeople(nearest, request.analysis).some(({ name }) => name.length * 2 > nearest.length);
}

function factScore({ text, source, passage }: Sentence): number {
  if (ROLE.test(text) && passage.headings.some((heading) => ROLES_HEADING.test(heading))) return 0;
  const digits = /\d/.test(text) ? 1 : 0;
  const place = placeOf(source);
  return COMPANY_FACT.test(text) && !GOING.test(text) && place >= 0 && !pointsBack(text) ? 1 + digits + place : 0;
}

/** In a language without the cues: the page's own description, or how the page about the company begins. */
function fallback(evidence: Evidence, sentences: readonly Sentence[]): Sentence[] {
  const kinds: readonly PageKind[] = ['about', 'home', 'other'];
  const own = (kind: PageKind) => sentences.filter(({ source }) => source.kind === 'page' && source.page_kind === kind);
  const described = sentences.find(({ passage, source }) => passage.kind === 'metadata' && placeOf(source) > 0);
  const first = kinds
    .map((kind) => own(kind).find(({ passage }) => passage.kind === 'paragraph'))
    .find((sentence) => sentence !== undefined);
  const told = (evidence.job?.lines ?? []).filter(isTelling);
  const fromJob =
    best(told, (sentence) => definitionScore(sentence, evidence), 1)[0] ??
    told.find(({ text }) => evidence.company.pattern.test(text));
  return [described ?? first ?? fromJob].filter((sentence) => sentence !== undefined);
}
