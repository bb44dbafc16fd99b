import type { Passage } from '../../../../contracts/index.ts';
import { splitWords } from '../../../text/words.ts';
import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { statedSentence } from '../claims.ts';
import type { CompanySource } from '../company-source.ts';
import { BENEFITS_HEADING, VALUES_HEADING } from '../cues/culture.ts';
import {
  CONTRACT,
  DETAIL_LABEL,
  HIRING_HEADING,
  HIRING_STEP,
  JOB_LABEL,
  ROLE,
  ROLE_MARK,
  ROLES_HEADING,
} from '../cues/roles.ts';
import type { Evidence } from '../evidence.ts';
import { distinct } from '../rank.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';
import { isTelling } from '../sentence-quality.ts';

const MAX_ROLES = 6;
const MAX_PROCESS = 3;

/** As many as one claim can cite. */
const MAX_CITATIONS = 6;

/** Longest line below a role that says where, in words. */
const MAX_PLACE_WORDS = 5;

/** Open roles with their places as the site lists them, in one line, and how they hire. */
export const openRoles: SectionSelector = (evidence) => [
  ...rolesClaims(rolesOf(evidence).map((role) => withPlace(role, evidence))),
  ...processOf(evidence).map(statedSentence),
];

/** One claim of all roles, or as few as the citations need. */
function rolesClaims(roles: readonly (readonly Sentence[])[]): DraftClaim[] {
  const lines: (readonly Sentence[])[][] = [];
  for (const role of roles) {
    const last = lines.at(-1);
    if (last && last.flat().length + role.length <= MAX_CITATIONS) last.push(role);
    else lines.push([role]);
  }
  return lines.map((line) => ({
    statement: line.map((role) => role.map(({ text }) => text).join(' – ')).join('; '),
    basis: 'stated',
    citations: line.flat().map((sentence) => cite(sentence)),
  }));
}

/** A role with the line below it that says where, when it is listed in lines of its own. */
function withPlace(role: Sentence, evidence: Evidence): Sentence[] {
  const source = evidence.sources.find((each) => each.source === role.source);
  const below = source?.sentences[source.sentences.indexOf(role) + 1];
  const isPlace =
    (role.passage.kind === 'paragraph' || role.passage.kind === 'heading') &&
    below?.passage.kind === 'paragraph' &&
    below.passage.headings.length - role.passage.headings.length === (role.passage.kind === 'heading' ? 1 : 0) &&
    splitWords(below.text).length <= MAX_PLACE_WORDS &&
    !ROLE.test(below.text) &&
    !/[.?!]$/.test(below.text);
  return isPlace ? [role, below] : [role];
}

/** The lines that name an open role: list entries under a heading of open roles, and the titles of role pages. */
export function rolesOf(evidence: Evidence): Sentence[] {
  const all = evidence.sources.flatMap((source) =>
    source.kind === 'role' ? titleOf(source) : source.kind === 'careers' ? listedOn(source) : [],
  );
  return all
    .filter(
      ({ text }, position) =>
        all.findIndex((other) => other.text.startsWith(text) || text.startsWith(other.text)) === position,
    )
    .slice(0, MAX_ROLES);
}

function titleOf({ sentences }: CompanySource): Sentence[] {
  const title = sentences.find(({ passage, text }) => passage.kind === 'heading' && ROLE.test(text));
  return title ? [title] : [];
}

/** Longest entry of a list of roles, in words: title, team and place. */
const MAX_ENTRY_WORDS = 14;

function listedOn(source: CompanySource): Sentence[] {
  return source.sentences.filter((sentence) => {
    const { passage, text } = sentence;
    if (passage.kind === 'table_row') return isRoleRow(sentence, source);
    if (isHeadingOfRole(passage)) return true;
    const bare = text.replace(FEMININE_ENDING, '');
    const isUnder = isHeaded(passage) || isLedIn(passage, source);
    const listed = passage.kind === 'list_item' && isUnder && PLACED.test(bare);
    const short =
      (ROLE.test(bare) || listed || CONTRACT.test(text)) &&
      text.split(/\s+/u).length <= MAX_ENTRY_WORDS &&
      !/[.?!::]$/u.test(text);
    const alone = passage.kind !== 'paragraph' || text.length === passage.text.length;
    return short && (((isUnder || ROLE_MARK.test(text) || CONTRACT.test(text)) && alone) || PLACED.test(bare));
  });
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
  const [head = ''] = passages[first]?.text.split(' | ') ?? [];
  return (first < position && JOB_LABEL.test(head)) || ROLE.test(text);
}

/** A title with a place behind a mark: "Shift Lead (Koszalin)", "Data Engineer — Porto". */
const PLACED = /^[^.,:;()–—|·]{4,60}(?: \(\p{Lu}[^)]*\)| [–—|·-] \p{Lu}.*|, \p{Lu}.*)$/u;

/** An entry of a list right under a heading about hiring. */
function isStep({ kind, headings }: Passage): boolean {
  return kind === 'list_item' && HIRING_HEADING.test(headings.at(-1) ?? '');
}

/** How they hire, from the site or the job description. */
function processOf(evidence: Evidence): Sentence[] {
  const onSite = evidence.sources
    .filter(({ kind }) => kind === 'careers' || kind === 'role')
    .flatMap(({ sentences }) => sentences);
  const under = onSite.filter(
    (sentence) => isTelling(sentence) && sentence.passage.headings.some((heading) => HIRING_HEADING.test(heading)),
  );
  const named = under.filter(({ text }) => HIRING_STEP.test(text));
  const told = named.length > 0 ? named : under.filter(({ passage }) => isStep(passage));
  return distinct([...told, ...(evidence.job?.process ?? [])]).slice(0, MAX_PROCESS);
}
