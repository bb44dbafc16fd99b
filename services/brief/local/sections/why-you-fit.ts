import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import { inferred } from '../claims.ts';
import type { Evidence } from '../evidence.ts';
import type { RequirementMatch } from '../match-requirements.ts';
import { clipped } from '../phrases.ts';
import { evidenceOf } from './fit.ts';

const MAX_REASONS = 3;

/** The three strongest reasons: requirements that something done, with a figure if possible, answers. */
export const whyYouFit: SectionSelector = (evidence) => {
  const used = new Set<string>();
  return strongest(evidence)
    .filter(({ evidence: [line] }) => line !== undefined && !used.has(line.text) && used.add(line.text).size > 0)
    .slice(0, MAX_REASONS)
    .map(reason);
};

function reason(match: RequirementMatch): DraftClaim {
  const said = evidenceOf(match);
  return inferred(`They ask for ${clipped(match.requirement.text)}. ${said}`, [match.requirement, ...match.evidence]);
}

/** Strong matches, most convincing first. */
function strongest({ matches, resume }: Evidence): RequirementMatch[] {
  const worth = ({ requirement, evidence: [line] }: RequirementMatch) => {
    const done = line !== undefined && resume?.achievements.includes(line) ? 2 : 0;
    return (
      (requirement.need === 'must' ? 2 : 0) +
      done +
      (line && /\d/.test(line.text) && done > 0 ? 1 : 0) +
      (line?.part === 'experience' ? 1 : 0)
    );
  };
  return matches.filter(({ strength }) => strength === 'strong').sort((one, other) => worth(other) - worth(one));
}
