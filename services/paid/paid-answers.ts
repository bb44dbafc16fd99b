import type { z } from 'zod';

/** A question to a service that is paid by the call, and everything that decides about its answer. */
export interface PaidRequest {
  /** Who is asked: `bedrock`, `comprehend`, `textract`. */
  readonly service: string;
  /** Plain JSON; two requests whose text is equal are the same question. */
  readonly question: unknown;
}

/**
 * What paid services answered in a session. A step that is repeated, because its time was up or something failed on the way, finds what was paid for and asks only the
 * rest. Every method throws what the store behind it throws.
 */
export interface PaidAnswers {
  /** The answer that was kept for an equal request; undefined when there is none, or one that does not keep to the schema any more. */
  find<Answer>(request: PaidRequest, schema: z.ZodType<Answer>): Promise<Answer | undefined>;
  /** Keeps an answer. The first one that is kept for a request stays. */
  keep(request: PaidRequest, answer: unknown): Promise<void>;
}
