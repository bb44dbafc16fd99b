import type { Passage } from '../../../contracts/index.ts';
import type { CompanySource } from './company-source.ts';
import { BENEFITS_HEADING, VALUES_HEADING } from './cues/culture.ts';
import { CONTRACT, DETAIL_LABEL, HIRING_HEADING, JOB_LABEL, ROLE, ROLE_MARK, ROLES_HEADING } from './cues/roles.ts';
import type { Sentence } from './sentence.ts';

/** Longest entry of a list of roles, in words: title, team and place. */
const MAX_ENTRY_WORDS = 14;

/** The lines of a careers page that name an open role: entries of a list, rows of a table, headings under one over open roles. */
export function listedRoles(source: CompanySource): Sentence[] {
  return source.sentences.filter((sentence) => {
    const { passage } = sentence;
    if (passage.kind === 'table_row') return isRoleRow(sentence, source);
    return isHeadingOfRole(passage) || isEntry(sentence, source);
  });
}

/** Whether a line is short and names a job, under a heading of open roles or with a mark or place of its own. */
function isEntry({ passage, text }: Sentence, source: CompanySource): boolean {
  const bare = text.replace(FEMININE_ENDING, '');
  const isUnder = isHeaded(passage) || isLedIn(passage, source);
  const isMarked = ROLE_MARK.test(text) || CONTRACT.test(text);
  const isShort = text.split(/\s+/u).length <= MAX_ENTRY_WORDS && !/[.?!::]$/u.test(text);
  const isAlone = passage.kind !== 'paragraph' || text.length === passage.text.length;
  const isJob = ROLE.test(bare) || CONTRACT.test(text) || (isUnder && isListedJob(passage, bare, source));
  return isShort && isJob && (((isUnder || isMarked) && isAlone) || PLACED.test(bare));
}

/** Whether an entry needs no word for who does it: a place stands behind it, or, in other languages than English, whose words are not all known, the list is of nothing else. */
function isListedJob({ kind, headings }: Passage, bare: string, { language }: CompanySource): boolean {
  const isNear = language !== 'en' && language !== 'und' && ROLES_HEADING.test(headings.at(-1) ?? '');
  return kind === 'list_item' && (isNear || PLACED.test(bare));
}

/** "Actuaire confirmé(e)", "mouleur(se)", "Un(e)": brackets that hold no place. */
const FEMININE_ENDING = /\(\p{Ll}{1,3}\)/gu;

function isHeaded({ headings }: Passage): boolean {
  return headings.some((heading) => ROLES_HEADING.test(heading));
}

/** Whether a heading stands right under one over open roles, and is no question or sentence. */
function isHeadingOfRole({ kind, headings, text }: Passage): boolean {
  const isUnder = kind === 'heading' && ROLES_HEADING.test(headings.at(-1) ?? '');
  return (
    isUnder && text.split(/\s+/u).length <= MAX_ENTRY_WORDS && !/[.?!::。]$/u.test(text) && !OTHER_HEADING.test(text)
  );
}

/** Headings on pages of open roles that name none. */
const OTHER_HEADING = new RegExp(
  [HIRING_HEADING, BENEFITS_HEADING, ROLES_HEADING, VALUES_HEADING].map(({ source }) => source).join('|'),
  'iu',
);

/** Whether an entry stands in the list that a line leads in: "Nous recherchons actuellement :". */
function isLedIn(passage: Passage, { passages }: CompanySource): boolean {
  if (passage.kind !== 'list_item') return false;
  const before = passages.slice(0, passages.indexOf(passage)).findLast(({ kind }) => kind !== 'list_item');
  return before?.kind === 'paragraph' && /[::]$/u.test(before.text) && ROLES_HEADING.test(before.text);
}

/** Whether a row of a table is a job: in a table of jobs one below the heads of its columns, else one that names a job. */
function isRoleRow({ passage, text }: Sentence, { passages }: CompanySource): boolean {
  const [label = '', value] = text.split(' | ');
  if (ROLE_MARK.test(text)) return true;
  if (!isHeaded(passage) || DETAIL_LABEL.test(label)) return false;
  if (JOB_LABEL.test(label)) return value !== undefined && !DETAIL_LABEL.test(value) && text.split(' | ').length === 2;
  const position = passages.indexOf(passage);
  const first = passages.slice(0, position).findLastIndex(({ kind }) => kind !== 'table_row') + 1;
  const [head = '', ...heads] = passages[first]?.text.split(' | ') ?? [];
  const isHead = first < position && JOB_LABEL.test(head);
  const isOfOneJob = isHead && heads.length === 1 && !heads.some((other) => DETAIL_LABEL.test(other));
  return !isOfOneJob && (isHead || ROLE.test(text));
}

/** A title with a place behind a mark: "Shift Lead (Koszalin)", "Data Engineer — Porto". */
export const PLACED = /^[^.,:;()–—|·]{4,60}(?: \(\p{Lu}[^)]*\)| [–—|·-] \p{Lu}.*|, \p{Lu}.*)$/u;
