import type { ClaimBasis } from '../../../contracts/index.ts';

/** A claim with all that it may stand on. */
export interface ClaimUnderCheck {
  readonly statement: string;
  readonly basis: ClaimBasis;
  /** The date the claim gives for itself, YYYY-MM-DD. */
  readonly date?: string;
  /** The words cited, copied from the sources. */
  readonly quotes: readonly string[];
  /** The company's name: every claim may name it. */
  readonly company_name: string;
  /** What an inferred claim may name besides: the role asked for, titles of the cited sources. */
  readonly context: readonly string[];
  /** Dates that the cited passages and their sources bear, YYYY-MM-DD. */
  readonly source_dates: readonly string[];
}

/** A rule that a claim keeps or not. */
export interface ClaimRule {
  /** Why a claim is dropped that breaks it: the key in the brief's count of dropped claims. */
  readonly reason: string;
  /** Whether the claim keeps the rule. */
  holds(claim: ClaimUnderCheck): boolean;
}

/** All texts that a name or number of the claim may stand in. An inferred claim may also use what the request and the sources' titles say. */
export function supportOf(claim: ClaimUnderCheck): string[] {
  return [...claim.quotes, claim.company_name, ...(claim.basis === 'inferred' ? claim.context : [])];
}
