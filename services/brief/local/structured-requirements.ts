import type { JobStructure, SourceWithPassages } from '../../../contracts/index.ts';
import type { Requirement } from './requirement.ts';
import { requirementOf } from './requirement.ts';
import { withoutRunOn } from './run-on.ts';

/** The requirements of a job description as they were understood when it was read. One whose passage was left out since is gone too. */
export function structuredRequirements(
  { source, passages }: SourceWithPassages,
  { requirements }: JobStructure,
): Requirement[] {
  const known = new Map(passages.map((passage) => [passage.passage_id, passage]));
  return requirements.flatMap(({ text, passage_id, start, end, need }) => {
    const passage = known.get(passage_id);
    return passage === undefined ? [] : [requirementOf(withoutRunOn({ text, start, end, passage, source }), need)];
  });
}
