import type { ClaimBasis } from '../../contracts/index.ts';
import { contentStems } from '../text/words.ts';
import type { AcceptedSection } from './accept-claims.ts';

/** Share of content words, of both together, from which two statements say the same. */
const SAME_FROM = 0.8;

/** Leaves out every claim that an earlier one of its basis already says, over all sections in reading order. The table of requirements stays whole: it repeats on purpose what the first page picks from it. */
export function dedupeClaims(sections: readonly AcceptedSection[]): AcceptedSection[] {
  const said: { readonly basis: ClaimBasis; readonly words: ReadonlySet<string> }[] = [];
  return sections.map(({ section_id, claims }) => ({
    section_id,
    claims: claims.filter((claim) => {
      if (claim.fit) return true;
      const words = new Set(contentStems(claim.statement));
      if (said.some((other) => other.basis === claim.basis && similarity(words, other.words) >= SAME_FROM))
        return false;
      said.push({ basis: claim.basis, words });
      return true;
    }),
  }));
}

/** Jaccard similarity: shared by all. */
function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}
