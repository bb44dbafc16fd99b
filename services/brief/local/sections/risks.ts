import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { inferred } from '../claims.ts';
import type { RequirementMatch } from '../match-requirements.ts';
import { clipped, spelledIn } from '../phrases.ts';
import { gapQuestions } from '../questions/resume-questions.ts';
import { skillsAsSpelled } from './fit.ts';
import { redFlags } from './red-flags.ts';

const MAX_RISKS = 3;

/** What may go wrong: requirements that the resume does not meet, then gaps in it, then what the company's own words warn of. */
export const risks: SectionSelector = (evidence) => {
  const unmet = evidence.matches
    .filter(
      ({ requirement, strength, missing }) =>
        requirement.need === 'must' && (strength === 'missing' || missing.length > 0),
    )
    .sort((one, other) => severity(other) - severity(one));
  const gaps = gapQuestions(evidence).map(({ from, period }) =>
    inferred(`Your resume shows no position ${period}: have one calm sentence ready.`, from),
  );
  return [...unmet.map(riskClaim), ...gaps, ...redFlags(evidence)].slice(0, MAX_RISKS);
};

function severity({ strength, peer }: RequirementMatch): number {
  return strength === 'missing' ? 2 : peer ? 1 : 0;
}

function riskClaim({ requirement, missing, peer }: RequirementMatch): DraftClaim {
  if (peer) {
    const known = spelledIn(peer.line.text, peer.skill);
    return inferred(
      `They require ${skillsAsSpelled(requirement.text, missing)}; your resume has ${known} instead. Say so, and say what carries over.`,
      [requirement, peer.line],
    );
  }
  if (missing.length > 0)
    return inferred(
      `They require ${skillsAsSpelled(requirement.text, missing)}, and your resume does not name ${missing.length > 1 ? 'them' : 'it'}. Say what comes closest before they ask.`,
      [requirement],
    );
  return inferred(
    `Nothing in your resume answers ${clipped(requirement.text)}. Have an honest example ready, or say how you would learn it.`,
    [requirement],
  );
}
