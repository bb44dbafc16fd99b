import type { Citation, Claim, SectionId } from '../../contracts/index.ts';
import { isInstructionLike } from '../text/instruction-like.ts';
import type { Draft, DraftClaim, WritingRequest } from './brief-writer.ts';
import { reasonToDrop } from './claim-check/check-claim.ts';
import type { ClaimUnderCheck } from './claim-check/claim-rule.ts';
import type { ResolvedCitation, SourcedPassage } from './resolve-citations.ts';
import { indexPassages, resolveCitations } from './resolve-citations.ts';
import { withoutInstructions } from './without-instructions.ts';

/** A claim that stands, before it gets its id. */
export type AcceptedClaim = Omit<Claim, 'claim_id'>;

/** A section's claims that stand. */
export interface AcceptedSection {
  readonly section_id: SectionId;
  readonly claims: readonly AcceptedClaim[];
}

/** What of a draft stands, and how many claims were dropped for which reason. */
export interface Accepted {
  readonly sections: readonly AcceptedSection[];
  readonly dropped: Readonly<Record<string, number>>;
}

/** Longest statement and longest advice, in characters, as the contract has it. */
const MAX_STATEMENT_CHARACTERS = 1_000;
const MAX_FIT_CHARACTERS = 500;

/** Copies each draft claim's quotes and holds the claim against them. What does not stand is dropped and counted by reason. */
export function acceptClaims(request: WritingRequest, draft: Draft): Accepted {
  const judgeClaim = claimJudge(request);
  const dropped: Record<string, number> = {};
  const sections = draft.sections.map(({ section_id, claims }) => ({
    section_id,
    claims: claims.flatMap((claim) => {
      const outcome = judgeClaim(claim);
      if (typeof outcome !== 'string') return [outcome];
      dropped[outcome] = (dropped[outcome] ?? 0) + 1;
      return [];
    }),
  }));
  return { sections, dropped };
}

/** Makes the judge of a request's claims: it gives the claim with its quotes when it stands, else the reason why not. */
export function claimJudge(request: WritingRequest): (draft: DraftClaim) => AcceptedClaim | string {
  const passages = indexPassages(request.sources);
  const shown = indexPassages(withoutInstructions(request.sources).sources);
  return (draft) => judge(request, draft, { passages, shown });
}

/** The passages that may be cited, and those whose words may stand around a quote. */
interface JudgedPassages {
  readonly passages: ReadonlyMap<string, SourcedPassage>;
  readonly shown: ReadonlyMap<string, SourcedPassage>;
}

function judge(
  request: WritingRequest,
  draft: DraftClaim,
  { passages, shown }: JudgedPassages,
): AcceptedClaim | string {
  const statement = draft.statement.trim();
  if (statement === '' || statement.length > MAX_STATEMENT_CHARACTERS || isFitTooLong(draft))
    return 'statement_empty_or_too_long';
  const resolved = resolveCitations(draft.citations, statement, passages, shown);
  if (resolved.length === 0) return 'no_citation';
  if (isInstructionLike(statement) || resolved.some(({ citation }) => isInstructionLike(citation.quote)))
    return 'instruction_in_source';
  const reason = textsOf(draft)
    .map((text) => reasonToDrop(underCheck(request, draft, text, resolved)))
    .find((found) => found !== undefined);
  return (
    reason ??
    accepted(
      draft,
      statement,
      resolved.map(({ citation }) => citation),
    )
  );
}

/** The statement as it is; what a fit says besides is advice, so it is held to the names and numbers only. */
function textsOf(draft: DraftClaim): { readonly text: string; readonly basis: DraftClaim['basis'] }[] {
  const advice = [draft.fit?.requirement, draft.fit?.advice].filter((text) => text !== undefined);
  return [
    { text: draft.statement.trim(), basis: draft.basis },
    ...advice.map((text) => ({ text, basis: 'inferred' as const })),
  ];
}

function underCheck(
  request: WritingRequest,
  draft: DraftClaim,
  { text, basis }: ReturnType<typeof textsOf>[number],
  resolved: readonly ResolvedCitation[],
): ClaimUnderCheck {
  const dates = resolved.flatMap(({ passage, source }) => [passage.date, source.published_at]);
  return {
    statement: text,
    basis,
    ...(draft.date === undefined ? {} : { date: draft.date }),
    quotes: resolved.map(({ citation }) => citation.quote),
    company_name: request.company_name,
    context: [...(request.role === null ? [] : [request.role]), ...resolved.map(({ source }) => source.title)],
    source_dates: dates.filter((date) => date !== undefined),
  };
}

function isFitTooLong({ fit }: DraftClaim): boolean {
  return (
    fit !== undefined && (fit.requirement.length > MAX_FIT_CHARACTERS || (fit.advice ?? '').length > MAX_FIT_CHARACTERS)
  );
}

function accepted(draft: DraftClaim, statement: string, citations: readonly Citation[]): AcceptedClaim {
  const { basis, date, audience, fit } = draft;
  return {
    statement,
    basis,
    citations: [...citations],
    ...(date === undefined ? {} : { date }),
    ...(audience === undefined ? {} : { audience }),
    ...(fit === undefined
      ? {}
      : {
          fit: {
            requirement: fit.requirement,
            strength: fit.strength,
            ...(fit.advice === undefined ? {} : { advice: fit.advice }),
          },
        }),
  };
}
