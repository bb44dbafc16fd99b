import type { Excerpt, JobStructure, Passage } from '../../../contracts/index.ts';
import { excerptOf } from './excerpt.ts';
import { findPlace, NO_PLACE } from './find-place.ts';
import { TITLE } from './title-words.ts';

/** Passages at the start of a job description in which it says where the job is, without a label. */
const MAX_HEADER_PASSAGES = 10;

/** "Location: Odense, Denmark", "Standort – Hamburg", also behind another label on the same line; up to the next label, separator or sentence. */
const LABELLED =
  /(?:^|[\s|•·;])(?:job |work |office |primary )?(?:locations?|standort|arbeitsort|einsatzort|lieu(?: de travail)?|localisation|ubicación|lugar|sede|luogo(?: di lavoro)?|locatie|local(?:ização)?|based in)\s*[:–—]\s*(?:based in )?(?:\d{4,5} )?(?=\p{Lu})(?<place>[^|•·;\n]{2,100}?)(?=,?\s+\p{Lu}\p{L}{2,20}(?: \p{Ll}\p{L}{1,20})?:|\s*[|•·;\n]|\. |[.,]?$)/iu;

/** "London/Hybrid", "Berlin (remote)": a place before how the work is done. */
const BEFORE_ARRANGEMENT =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’ -]{1,60}?)(?:\s*[/(,]\s*|\s+(?:or|oder|ou|o)\s+)(?:hybrid|remote|on-?site)\b/iu;

/** "(remote, Europe)": a place behind it. */
const BEHIND_ARRANGEMENT =
  /\((?:fully )?(?:[Hh]ybrid|[Rr]emote|[Oo]n-?site)(?:,| in|:| [–-]|\/)\s?(?<place>\p{Lu}[\p{L}.'’ ,-]{1,60})\)/u;

/** "Werkstudent Frontend (m/w/d) in Köln", "Nurse in Cork". */
const IN_TITLE = /\s(?:in|à) (?<place>(?:St\. )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})[.!]?$/u;

/** "based in Porto", "a team in Brooklyn": where a text without labels says the people are. */
const BASED_IN =
  /\b(?:(?:based|located|company|startup|start-up|studio|team|practice|branch|(?:role|job|position) is) in|commut\p{L}+ (?:distance|time) (?:of|to)) (?<place>(?:St\. )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}(?:, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})?)(?=[\s,.;)]|$)/u;

/** "in our Tallinn office": where a text without labels says it. */
const IN_OFFICE =
  /\b(?:in|at|from|out of) our (?<place>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}) (?:office|headquarters|studio|hub|lab|site|plant)\b/u;

const SEPARATOR = /\s*[|•·]\s*|\s+[–—/-]\s+/gu;

/** The terms of a job: how and how much it is worked. */
const TERMS =
  'remote|hybrid|hybride|on-?site|full[- ]?time|part[- ]?time|permanent|contract|temporary|internship|freelance|vollzeit|teilzeit|festanstellung|unbefristet|befristet|praktikum|werkstudent\\p{L}*|ausbildung|stage|alternance|intérim|home ?office|télétravail|temps plein|temps partiel|CDI|CDD|jornada completa|tiempo completo|teletrabajo|tempo pieno|voltijd|deeltijd';
const TERM = new RegExp(`^\\(?(?:${TERMS})(?!\\p{L})`, 'iu');
const TERMS_BEHIND = new RegExp(`\\s\\(?(?:${TERMS})(?!\\p{L}).*$`, 'iu');

/** A place without what it lies in, or with the number of its department: "Chicago", "Nantes (44)". */
const BARE_PLACE =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:am |an der |de |la |sur |upon )?\p{Lu}[\p{L}\p{M}.'’-]+){0,2})(?: \(\d{1,5}\))?$/u;

/** Departments and the like, which stand in the same lines. */
const DEPARTMENT =
  /\b(?:marketing|sales|engineering|product|design|finance|operations|people|human resources|hr|legal|growth|data|it|support|success|technology|security|science|research|communications?|health|administration|accounting|logistics|retail|education|team|department|travel|immediate|senior|junior|mid|entry|level|salary|consulting|services|permanent)\b/i;

const ARRANGEMENTS: readonly (readonly [NonNullable<JobStructure['work_arrangement']>, RegExp])[] = [
  [
    'hybrid',
    /\bhybrid\b|\bhybride\b|híbrido|ibrid[oa]|(?:\d|one|two|three|four) (?:(?:to|or) (?:\d|two|three|four) )?days? (?:a|per|each) week (?:in|from|at) (?:the|our) (?:\p{L}+ )?office|days? (?:a|per|each) week (?:from|at) home|télétravail (?:partiel|\d)|\d jours? (?:de|en) télétravail|\d tage? (?:im )?home ?office/iu,
  ],
  [
    'remote',
    /\b(?:fully|100 ?%|completely) remote\b|\bremote(?:-first| work| position| role| job)?\b|work from (?:home|anywhere)|home ?office|télétravail|teletrabajo|remoto/i,
  ],
  ['onsite', /\bon-?site\b|in-office|in the office (?:five|5) days|vor ort|présentiel|presencial/i],
];

/** Where a job is: behind a label, or else as a place among the first lines. */
export function findLocation(passages: readonly Passage[]): Excerpt | undefined {
  return (
    firstOf(passages, labelledPlace) ??
    firstOf(passages.slice(0, MAX_HEADER_PASSAGES), placeAmongOthers) ??
    firstOf(passages.slice(1, MAX_HEADER_PASSAGES), placeBesideTerms) ??
    firstOf(passages.slice(0, 1), placeInTitle) ??
    firstOf(passages, placeOfOffice) ??
    firstOf(passages, placeOfPeople)
  );
}

/** Whether the work is done from afar, partly, or at the office, when the text says so. */
export function findArrangement(passages: readonly Passage[]): JobStructure['work_arrangement'] {
  const text = passages.map((passage) => passage.text).join('\n');
  return ARRANGEMENTS.find(([, pattern]) => pattern.test(text))?.[0];
}

function firstOf(passages: readonly Passage[], find: (passage: Passage) => Excerpt | undefined): Excerpt | undefined {
  for (const passage of passages) {
    const found = find(passage);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeInTitle(passage: Passage): Excerpt | undefined {
  return placeBy(IN_TITLE, passage);
}

function placeOfOffice(passage: Passage): Excerpt | undefined {
  return placeBy(IN_OFFICE, passage);
}

function placeOfPeople(passage: Passage): Excerpt | undefined {
  const place = placeBy(BASED_IN, passage);
  return place === undefined || isNoPlace(place.text) ? undefined : place;
}

function placeBy(pattern: RegExp, passage: Passage): Excerpt | undefined {
  const match = pattern.exec(passage.text);
  const place = match?.groups?.place;
  if (match === null || place === undefined) return undefined;
  const start = match.index + match[0].indexOf(place);
  return excerptOf(passage, start, start + place.length);
}

function labelledPlace(passage: Passage): Excerpt | undefined {
  const match = LABELLED.exec(passage.text);
  const place = match?.groups?.place?.trim();
  if (match === null || place === undefined || place === '') return undefined;
  const start = match.index + match[0].lastIndexOf(place);
  return excerptOf(passage, start, start + place.length);
}

function placeAmongOthers(passage: Passage): Excerpt | undefined {
  for (const { text, start } of piecesOf(passage.text)) {
    const place = placeBeforeTerms(text) ?? findPlace(text) ?? placeAtArrangement(text);
    if (place !== undefined) return excerptAt(passage, place, start);
  }
  return undefined;
}

/** A place behind or before how the work is done; the title of the job may stand there as well. */
function placeAtArrangement(piece: string): string | undefined {
  const before = BEFORE_ARRANGEMENT.exec(piece)?.groups?.place;
  const is_place = before !== undefined && !isNoPlace(before);
  return BEHIND_ARRANGEMENT.exec(piece)?.groups?.place ?? (is_place ? before : undefined);
}

/** The place of "Leeds, England (Hybrid) Full-time", a line that lost its breaks too. */
function placeBeforeTerms(piece: string): string | undefined {
  const match = TERMS_BEHIND.exec(piece);
  return match === null ? undefined : findPlace(piece.slice(0, match.index));
}

/** "Acme | Chicago | Full time", "Remote - Canada": the name next to the terms of a job, before them where there is one; companies name themselves first. */
function placeBesideTerms(passage: Passage): Excerpt | undefined {
  const pieces = piecesOf(passage.text);
  const term = pieces.findIndex(({ text }) => TERM.test(text));
  if (term < 0) return undefined;
  const beside = pieces.slice(0, term).findLast(isBarePlace) ?? pieces.slice(term).find(isBarePlace);
  const place = BARE_PLACE.exec(beside?.text ?? '')?.groups?.place;
  return beside === undefined || place === undefined ? undefined : excerptAt(passage, place, beside.start);
}

function isBarePlace({ text }: { readonly text: string }): boolean {
  return BARE_PLACE.test(text) && !TERM.test(text) && !isNoPlace(text);
}

function isNoPlace(text: string): boolean {
  return DEPARTMENT.test(text) || TITLE.test(text) || NO_PLACE.test(text);
}

function excerptAt(passage: Passage, place: string, from: number): Excerpt {
  const start = passage.text.indexOf(place, from);
  return excerptOf(passage, start, start + place.length);
}

/** The pieces of a line between its separators. */
function piecesOf(text: string): { readonly text: string; readonly start: number }[] {
  const separators = [...text.matchAll(SEPARATOR)];
  const starts = [0, ...separators.map((separator) => separator.index + separator[0].length)];
  return starts.map((start, position) => ({ start, text: text.slice(start, separators[position]?.index) }));
}
