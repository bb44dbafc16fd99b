import { findDates } from '../../../text/dates.ts';
import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import type { RequirementMatch } from '../match-requirements.ts';
import { clipped, listed, spelledIn } from '../phrases.ts';
import { cite } from '../sentence.ts';

const MAX_REQUIREMENTS = 12;
const MAX_REQUIREMENT_CHARACTERS = 300;

/** Each requirement with the evidence for it, musts first: how well it is met, and how to address what is missing. */
export const fit: SectionSelector = ({ matches }) => {
  const musts = matches.filter(({ requirement }) => requirement.need === 'must');
  const nice = matches.filter(({ requirement }) => requirement.need === 'nice');
  return [...musts, ...nice].slice(0, MAX_REQUIREMENTS).map(fitClaim);
};

function fitClaim(match: RequirementMatch): DraftClaim {
  const { requirement, strength, evidence, peer } = match;
  const advice = adviceFor(match);
  return {
    statement: evidenceOf(match),
    basis: 'inferred',
    citations: [requirement, ...evidence, ...(peer ? [peer.line] : [])].map((sentence) => cite(sentence)),
    fit: {
      requirement: requirement.text.slice(0, MAX_REQUIREMENT_CHARACTERS),
      strength,
      ...(advice === undefined ? {} : { advice }),
    },
  };
}

/** What the resume says to it. */
export function evidenceOf({ requirement, evidence, missing, strength, otherField }: RequirementMatch): string {
  const [first] = evidence;
  if (!first)
    return missing.length > 0
      ? `Your resume does not name ${skillsAsSpelled(requirement.text, missing)}.`
      : 'Your resume says nothing about this.';
  if (requirement.years !== undefined && requirement.skills.length === 0)
    return yearsSentence(
      evidence.map(({ text }) => text),
      strength,
      otherField,
    );
  return `Your resume says ${clipped(first.text)}.`;
}

function yearsSentence(headers: readonly string[], strength: string, otherField = false): string {
  const earliest = headers.at(-1) ?? '';
  const date = findDates(earliest)[0];
  const since = date ? earliest.slice(date.start, date.end) : /(?:19|20)\d\d/.exec(earliest)?.[0];
  if (otherField) return `Your dated positions since ${since} are long enough; show that they were of this kind.`;
  return strength === 'strong'
    ? `Your dated positions since ${since} cover it.`
    : `Your dated positions since ${since} add up to less than they ask for.`;
}

function adviceFor({ requirement, missing, peer, strength, evidence }: RequirementMatch): string | undefined {
  if (peer)
    return `Say that you know ${spelledIn(peer.line.text, peer.skill)} rather than ${skillsAsSpelled(requirement.text, missing)}, and what carries over.`;
  if (strength === 'missing')
    return requirement.need === 'must'
      ? 'Do not wait to be asked: say what comes closest in your work and how you would close the gap.'
      : undefined;
  if (missing.length > 0)
    return `Your resume does not name ${skillsAsSpelled(requirement.text, missing)}: add an example, or say that you would learn it.`;
  if (strength === 'strong' || requirement.years !== undefined) return undefined;
  return evidence[0]?.part === 'skills'
    ? 'It stands only in your list of skills: bring one project where you used it.'
    : 'The link is not obvious: make it yourself, in one sentence.';
}

/** Skills as the requirement spells them. */
export function skillsAsSpelled(text: string, skills: readonly string[]): string {
  return listed(
    skills.map((skill) => spelledIn(text, skill)),
    'or',
  );
}
