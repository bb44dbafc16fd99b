import { z } from 'zod';
import { Audience, ClaimBasis, FitStrength, SectionId } from '../../../contracts/index.ts';

/** A citation as a model gives it: a passage and some words of it, which code looks up there. Models cannot count characters, so no offsets. */
const AnswerCitation = z.object({ passage_id: z.string(), anchor: z.string().optional() });

/** A claim as a model gives it. Lengths and formats are left to the claim check, which drops a claim instead of the whole answer. */
const AnswerClaim = z.object({
  statement: z.string(),
  basis: ClaimBasis,
  citations: z.array(AnswerCitation),
  date: z.string().optional(),
  audience: Audience.optional(),
  fit: z.object({ requirement: z.string(), strength: FitStrength, advice: z.string().optional() }).optional(),
});

/** A claim as a model gives it. */
export type AnswerClaim = z.infer<typeof AnswerClaim>;

/** What a model answers: sections of claims. */
export const Answer = z.object({
  sections: z.array(z.object({ section_id: SectionId, claims: z.array(AnswerClaim) })),
});

/** What a model answers. */
export type Answer = z.infer<typeof Answer>;

/**
 * {@link Answer} as JSON Schema, in the part of the language that models can be held to: no lengths, no bounds, no references, no further properties
 * (Amazon Bedrock User Guide, structured output). The same for every call, because the first use of a schema compiles for up to minutes.
 */
export function answerSchema(): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(Answer);
  return schema;
}
