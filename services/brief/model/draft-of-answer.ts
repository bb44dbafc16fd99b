import type { Passage } from '../../../contracts/index.ts';
import type { DraftCitation, DraftClaim, DraftSection } from '../brief-writer.ts';
import type { Answer, AnswerClaim } from './answer-contract.ts';
import { locateAnchor } from './locate-anchor.ts';

/**
 * Makes draft sections of an answer: anchors become spans of their passages, an anchor that is not found the whole passage, from which the best words
 * are cut later. A passage that the call was not given is no evidence; a claim left without any is dropped by the claim check and counted there.
 */
export function draftOfAnswer({ sections }: Answer, given: ReadonlyMap<string, Passage>): DraftSection[] {
  return sections.map(({ section_id, claims }) => ({
    section_id,
    claims: claims.map((claim) => draftClaim(claim, given)),
  }));
}

function draftClaim(claim: AnswerClaim, given: ReadonlyMap<string, Passage>): DraftClaim {
  const { statement, basis, date, audience, fit } = claim;
  return {
    statement,
    basis,
    citations: claim.citations.flatMap((citation) => draftCitation(citation, given)),
    ...(date === undefined ? {} : { date }),
    ...(audience === undefined ? {} : { audience }),
    ...(fit === undefined ? {} : { fit: draftFit(fit) }),
  };
}

function draftFit({ requirement, strength, advice }: NonNullable<AnswerClaim['fit']>): NonNullable<DraftClaim['fit']> {
  return { requirement, strength, ...(advice === undefined ? {} : { advice }) };
}

function draftCitation(
  { passage_id, anchor }: AnswerClaim['citations'][number],
  given: ReadonlyMap<string, Passage>,
): DraftCitation[] {
  const passage = given.get(passage_id);
  if (!passage) return [];
  const span = anchor === undefined ? undefined : locateAnchor(passage.text, anchor);
  return [{ passage_id, ...span }];
}
