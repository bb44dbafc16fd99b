import { MAX_CITATIONS } from '../../../../contracts/index.ts';
import { splitWords } from '../../../text/words.ts';
import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import type { CompanySource } from '../company-source.ts';
import { CONTRACT, ROLE } from '../cues/roles.ts';
import type { Evidence } from '../evidence.ts';
import { hiringClaims } from '../hiring.ts';
import { listedRoles, PLACED } from '../listed-roles.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';

const MAX_ROLES = 6;

/** Longest line below a role that says where, in words. */
const MAX_PLACE_WORDS = 5;

/** Open roles with their places as the site lists them, in one line, and how they hire. */
export const openRoles: SectionSelector = (evidence) => [
  ...rolesClaims(rolesOf(evidence).map((role) => withPlace(role, evidence))),
  ...hiringClaims(evidence),
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
    !(CONTRACT.test(below.text) && PLACED.test(below.text)) &&
    !/[.?!]$/.test(below.text);
  return isPlace ? [role, below] : [role];
}

/** The lines that name an open role: list entries under a heading of open roles, and the titles of role pages. */
export function rolesOf(evidence: Evidence): Sentence[] {
  const all = evidence.sources.flatMap((source) =>
    source.kind === 'role' ? titleOf(source) : source.kind === 'careers' ? listedRoles(source) : [],
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
