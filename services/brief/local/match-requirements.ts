import type { FitStrength } from '../../../contracts/index.ts';
import type { JobDescription } from './job-description.ts';
import type { Requirement } from './requirement.ts';
import type { Resume } from './resume.ts';
import type { ResumeLine } from './resume-line.ts';
import { arePeers } from './technologies.ts';
import type { WordMatcher } from './word-match.ts';
import { monthsCovered, rolesNaming } from './work-time.ts';
import { isFieldOf } from './years-of-work.ts';

/** A requirement and what the resume has for it. */
export interface RequirementMatch {
  readonly requirement: Requirement;
  readonly strength: FitStrength;
  /** The resume's lines that answer it, best first; for a missing one none. */
  readonly evidence: readonly ResumeLine[];
  /** Skills asked for that the resume does not name. */
  readonly missing: readonly string[];
  /** Whether the dated positions are long enough for the years asked for, but do not say that they were in the field. */
  readonly otherField?: boolean;
  /** A skill of the resume that carries over to a missing one. */
  readonly peer?: { readonly skill: string; readonly line: ResumeLine };
}

/** Most lines of a resume that one requirement is answered with. */
const MAX_EVIDENCE = 2;

/** Months of a year. */
const MONTHS_PER_YEAR = 12;

/** Matches each requirement that a resume can answer. Attitudes without evidence are left out: a resume that does not say "curious" lacks nothing. */
export function matchRequirements(job: JobDescription, resume: Resume, words: WordMatcher): RequirementMatch[] {
  return job.requirements
    .map((requirement) => match(requirement, resume, words))
    .filter((found) => found !== undefined);
}

function match(requirement: Requirement, resume: Resume, words: WordMatcher): RequirementMatch | undefined {
  if (requirement.skills.length > 0) return matchSkills(requirement, resume);
  if (requirement.degree)
    return matchLine(
      requirement,
      resume.lines.find(({ part, text }) => part === 'education' && DEGREE.test(text)),
    );
  if (requirement.language !== undefined) return matchLanguage(requirement, requirement.language, resume);
  if (requirement.years !== undefined) return matchYears(requirement, requirement.years, resume);
  const best = words.best(requirement.text, resume.lines);
  if (best) return { requirement, strength: best.strength, evidence: [best.line], missing: [] };
  return requirement.soft ? undefined : { requirement, strength: 'missing', evidence: [], missing: [] };
}

const DEGREE =
  /\b(?:degree|bachelor|master|b\.?a|b\.?s|b\.?sc|b\.?eng|m\.?a|m\.?s|m\.?sc|m\.?eng|mba|ph\.?d|diplom|diploma|licence|grado|laurea|university|college|universität|université)\b/i;

function matchLine(requirement: Requirement, line: ResumeLine | undefined): RequirementMatch {
  return line
    ? { requirement, strength: 'strong', evidence: [line], missing: [] }
    : { requirement, strength: 'missing', evidence: [], missing: [] };
}

function matchLanguage(requirement: Requirement, language: string, resume: Resume): RequirementMatch | undefined {
  const line = resume.lines.find(({ text }) => text.includes(language));
  return !line && language === 'English' ? undefined : matchLine(requirement, line);
}

function matchSkills(requirement: Requirement, resume: Resume): RequirementMatch {
  const found = requirement.skills.filter((skill) => resume.skills.has(skill));
  const missing = requirement.skills.filter((skill) => !resume.skills.has(skill));
  const evidence = bestLines(found, resume);
  if (found.length === 0) return withPeer(requirement, missing, resume);
  const complete = missing.length === 0 || requirement.anySkill;
  const used = evidence[0]?.part !== 'skills';
  const strength = complete && used && hasYears(requirement, found, resume) ? 'strong' : 'partial';
  const peer = requirement.anySkill ? undefined : peerOf(missing, resume);
  return { requirement, strength, evidence, missing: requirement.anySkill ? [] : missing, ...(peer ? { peer } : {}) };
}

/** The lines that name most of the skills, those that tell what was done before lists. */
function bestLines(skills: readonly string[], resume: Resume): ResumeLine[] {
  const lines = [...new Set(skills.flatMap((skill) => resume.skills.get(skill) ?? []))];
  const worth = (line: ResumeLine) =>
    skills.filter((skill) => resume.skills.get(skill)?.includes(line)).length +
    (resume.achievements.includes(line) ? 1.5 : 0) +
    (line.part === 'skills' ? 0 : 1);
  return lines.sort((one, other) => worth(other) - worth(one)).slice(0, MAX_EVIDENCE);
}

function hasYears({ years }: Requirement, skills: readonly string[], resume: Resume): boolean {
  if (years === undefined || resume.roles.length === 0) return true;
  return monthsCovered(rolesNaming(resume.roles, skills)) >= years * MONTHS_PER_YEAR;
}

function withPeer(requirement: Requirement, missing: readonly string[], resume: Resume): RequirementMatch {
  const peer = peerOf(missing, resume);
  if (!peer) return { requirement, strength: 'missing', evidence: [], missing };
  return { requirement, strength: 'partial', evidence: [peer.line], missing, peer };
}

/** A skill of the resume that carries over to a missing one, with the line that shows it best. */
function peerOf(missing: readonly string[], resume: Resume): RequirementMatch['peer'] {
  const skill = missing.flatMap((wanted) => [...resume.skills.keys()].filter((known) => arePeers(wanted, known)))[0];
  const line = skill === undefined ? undefined : bestLines([skill], resume)[0];
  return skill === undefined || !line ? undefined : { skill, line };
}

function matchYears(requirement: Requirement, years: number, resume: Resume): RequirementMatch {
  const months = monthsCovered(resume.roles);
  if (months === 0) return { requirement, strength: 'missing', evidence: [], missing: [] };
  const byAge = [...resume.roles].sort((one, other) => one.range.from - other.range.from);
  const ends = [byAge.at(-1)?.header, byAge[0]?.header].filter((line) => line !== undefined);
  const evidence = [...new Set(ends)];
  const match = { requirement, evidence, missing: [] };
  if (months < years * MONTHS_PER_YEAR) return { ...match, strength: 'partial' };
  return isFieldOf(requirement.text, resume.roles)
    ? { ...match, strength: 'strong' }
    : { ...match, strength: 'partial', otherField: true };
}
