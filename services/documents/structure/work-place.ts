import type { Excerpt, JobStructure, Passage } from '../../../contracts/index.ts';
import { excerptOf } from './excerpt.ts';
import { findPlace } from './find-place.ts';

/** Passages at the start of a job description in which it says where the job is, without a label. */
const MAX_HEADER_PASSAGES = 10;

/** "Location: Odense, Denmark", "Standort – Hamburg", also behind another label on the same line; up to the next label, separator or sentence. */
const LABELLED =
  /(?:^|[\s|•·;])(?:job |work |office |primary )?(?:locations?|standort|arbeitsort|einsatzort|lieu(?: de travail)?|localisation|ubicación|lugar|sede|luogo(?: di lavoro)?|locatie|local(?:ização)?|based in)\s*[:–—]\s*(?:based in )?(?:\d{4,5} )?(?=\p{Lu})(?<place>[^|•·;\n]{2,100}?)(?=,?\s+\p{Lu}\p{L}{2,20}(?: \p{Ll}\p{L}{1,20})?:|\s*[|•·;\n]|\. |[.,]?$)/iu;

/** "London/Hybrid", "Berlin (remote)": a place before how the work is done. */
const BEFORE_ARRANGEMENT = /^(?<place>\p{Lu}[\p{L}\p{M}.'’ -]{1,60}?)\s*[/(,]\s*(?:hybrid|remote|on-?site)\b/iu;

/** "Werkstudent Frontend (m/w/d) in Köln", "Nurse in Cork". */
const IN_TITLE = /\s(?:in|à) (?<place>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2})$/u;

/** "in our Tallinn office": where a text without labels says it. */
const IN_OFFICE =
  /\b(?:in|at|from|out of) our (?<place>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}) (?:office|headquarters|studio|hub|lab|site|plant)\b/u;

const SEPARATOR = /\s*[|•·]\s*|\s+[–—/]\s+/gu;

const ARRANGEMENTS: readonly (readonly [NonNullable<JobStructure['work_arrangement']>, RegExp])[] = [
  [
    'hybrid',
    /\bhybrid\b|\bhybride\b|híbrido|ibrid[oa]|\d (?:or \d )?days? (?:a|per) week (?:in|from|at) (?:the|our) office/i,
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
    firstOf(passages.slice(0, 1), placeInTitle) ??
    firstOf(passages, placeOfOffice)
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
  let start = 0;
  for (const separator of [...passage.text.matchAll(SEPARATOR), { index: passage.text.length, 0: '' }]) {
    const piece = passage.text.slice(start, separator.index);
    const place = findPlace(piece) ?? BEFORE_ARRANGEMENT.exec(piece)?.groups?.place;
    if (place !== undefined)
      return excerptOf(passage, passage.text.indexOf(place, start), passage.text.indexOf(place, start) + place.length);
    start = separator.index + separator[0].length;
  }
  return undefined;
}
