import type { ComprehendClient } from '@aws-sdk/client-comprehend';
import pLimit from 'p-limit';
import { z } from 'zod';
import { RejectedInputError } from '../../../contracts/index.ts';
import { awsErrorName } from '../../aws/aws-error-name.ts';
import { callAws } from '../../aws/call-aws.ts';
import type { RateLimiter } from '../../aws/rate-limiter.ts';
import { createRateLimiter } from '../../aws/rate-limiter.ts';
import { bookCall } from '../../cost/book-call.ts';
import { RunCostLimitError } from '../../cost/run-cost-limit-error.ts';
import type { SpendMeter } from '../../cost/spend-meter.ts';
import type { PaidAnswers, PaidRequest } from '../../paid/paid-answers.ts';
import { MAX_BATCH_DOCUMENTS, MAX_REQUESTS_AT_ONCE, MIN_UNITS_PER_DOCUMENT, UNIT_CHARACTERS } from './limits.ts';
import type { BatchOperation } from './operations.ts';

/** A text to analyze, in a language that Comprehend knows. */
export interface AnalyzedText {
  readonly text: string;
  readonly language: string;
}

/** What came of a text: the result, or why there is none. */
export type Detection<Result> = { readonly result: Result } | { readonly refusal: string };

/** How Comprehend is called. */
export interface ComprehendCallerOptions {
  readonly client: ComprehendClient;
  /** Milliseconds that one call may take with all its attempts. */
  readonly call_ms: number;
  /** Requests a second of each operation. */
  readonly requests_per_second: number;
  readonly signal: AbortSignal | undefined;
  /** Counts units before they are paid. */
  readonly meter: SpendMeter;
  /** What was asked before in this session. */
  readonly paid: PaidAnswers | undefined;
}

/** Detections as they are kept; what a result is in detail, the operation that asked for it knows. */
const KeptDetections = z.array(z.union([z.object({ result: z.unknown() }), z.object({ refusal: z.string() })]));

/** Calls Comprehend's Batch operations for one analysis, within rate and size limits, and counts what is billed. */
export class ComprehendCaller {
  readonly #options: ComprehendCallerOptions;
  readonly #limiters: Map<string, RateLimiter>;
  readonly #slots = pLimit(MAX_REQUESTS_AT_ONCE);
  #units = 0;
  /** What ended the analysis: requests that were not sent yet are not sent any more, because each is billed. */
  #failure: unknown;
  /** What kept the run from paying for more: from there on texts are refused without being sent. */
  #limit: RunCostLimitError | undefined;

  /** `limiters` holds the rate of each operation and outlives one analysis. */
  constructor(options: ComprehendCallerOptions, limiters: Map<string, RateLimiter>) {
    this.#options = options;
    this.#limiters = limiters;
  }

  /** Units billed so far, those of an earlier invocation of the step included, whether or not a text was refused; so never below the bill. */
  get units(): number {
    return this.#units;
  }

  /** Why not everything was asked, when the run may not pay for it: its texts are refused, see {@link isUnpaid}. */
  get limit(): RunCostLimitError | undefined {
    return this.#limit;
  }

  /**
   * Gives what came of each text, in their order. Throws what {@link callAws} throws, except for texts that the service does not take: those are sent once more alone
   * and are then refusals. An abort throws the signal's reason.
   */
  async detect<Result>(
    operation: BatchOperation<Result>,
    texts: readonly AnalyzedText[],
  ): Promise<readonly Detection<Result>[]> {
    const detections = new Map<AnalyzedText, Detection<Result>>();
    await Promise.all(
      toBatches(texts).map(async (batch) => {
        const answers = await this.#batch(operation, batch);
        batch.forEach((text, index) => {
          detections.set(text, answers[index] ?? NO_ANSWER);
        });
      }),
    );
    return texts.map((text) => detections.get(text) ?? NO_ANSWER);
  }

  async #batch<Result>(
    operation: BatchOperation<Result>,
    batch: readonly AnalyzedText[],
  ): Promise<Detection<Result>[]> {
    const answers = await this.#send(operation, batch);
    return Promise.all(
      answers.map(async (answer, index) => {
        const text = batch[index];
        if (!('refusal' in answer) || isUnpaid(answer) || text === undefined) return answer;
        return (await this.#send(operation, [text]))[0] ?? answer;
      }),
    );
  }

  #send<Result>(operation: BatchOperation<Result>, batch: readonly AnalyzedText[]): Promise<Detection<Result>[]> {
    const { signal } = this.#options;
    return this.#slots(async () => {
      const kept = await this.#find(operation, batch);
      if (kept === undefined) await this.#limiter(operation.action)(signal);
      if (this.#failure !== undefined) throw this.#failure;
      if (kept === undefined && this.#limit !== undefined) return batch.map(() => ({ refusal: UNPAID }));
      const answer = kept ?? (await this.#ask(operation, batch));
      if (!answer.every(isUnpaid)) this.#units += unitsOfAll(batch);
      return answer;
    });
  }

  async #find<Result>(
    operation: BatchOperation<Result>,
    batch: readonly AnalyzedText[],
  ): Promise<Detection<Result>[] | undefined> {
    const kept = await this.#options.paid?.find(paidRequest(operation, batch), KeptDetections);
    return kept as Detection<Result>[] | undefined;
  }

  /** An answer in which every text was refused is not kept: it is asked for anew when the step is repeated. */
  async #ask<Result>(operation: BatchOperation<Result>, batch: readonly AnalyzedText[]): Promise<Detection<Result>[]> {
    const detections = await this.#callUnlessRefused(operation, batch);
    if (detections.some((detection) => 'result' in detection))
      await this.#options.paid?.keep(paidRequest(operation, batch), detections);
    return detections;
  }

  async #callUnlessRefused<Result>(
    operation: BatchOperation<Result>,
    batch: readonly AnalyzedText[],
  ): Promise<Detection<Result>[]> {
    try {
      return await bookCall(this.#options.meter, {
        at_most: { comprehend_units: unitsOfAll(batch) },
        send: () => this.#call(operation, batch),
      });
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      if (error instanceof RunCostLimitError) {
        this.#limit = error;
        return batch.map(() => ({ refusal: UNPAID }));
      }
      if (!(error instanceof RejectedInputError)) {
        this.#failure = error;
        throw error;
      }
      return batch.map(() => ({ refusal: awsErrorName(error) ?? error.message }));
    }
  }

  async #call<Result>(operation: BatchOperation<Result>, batch: readonly AnalyzedText[]): Promise<Detection<Result>[]> {
    const { client, call_ms, signal } = this.#options;
    const language = batch[0]?.language ?? 'en';
    const { results, errors } = await callAws({ action: operation.action, resource: '*' }, call_ms, ({ abortSignal }) =>
      operation.send(
        client,
        batch.map(({ text }) => text.toWellFormed()),
        language,
        { abortSignal: signal === undefined ? abortSignal : AbortSignal.any([signal, abortSignal]) },
      ),
    );
    const found = new Map(results.map(({ index, result }) => [index, { result }]));
    const refused = new Map(errors.map((error) => [error.Index, { refusal: error.ErrorCode ?? 'no reason given' }]));
    return batch.map((_, index) => found.get(index) ?? refused.get(index) ?? NO_ANSWER);
  }

  #limiter(action: string): RateLimiter {
    const limiter = this.#limiters.get(action) ?? createRateLimiter(this.#options.requests_per_second);
    this.#limiters.set(action, limiter);
    return limiter;
  }
}

/** The reason of texts that were not sent, because the run may not pay for them. */
const UNPAID = 'the run may not pay for it';

/** Whether a text was not sent, because the run may not pay for it. */
export function isUnpaid(detection: Detection<unknown>): boolean {
  return 'refusal' in detection && detection.refusal === UNPAID;
}

const NO_ANSWER = { refusal: 'no answer for this text' } as const;

function paidRequest({ action }: BatchOperation<unknown>, batch: readonly AnalyzedText[]): PaidRequest {
  return {
    service: 'comprehend',
    question: { action, language: batch[0]?.language, texts: batch.map(({ text }) => text) },
  };
}

function toBatches(texts: readonly AnalyzedText[]): readonly (readonly AnalyzedText[])[] {
  return [...Map.groupBy(texts, ({ language }) => language).values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / MAX_BATCH_DOCUMENTS) }, (_, batch) =>
      group.slice(batch * MAX_BATCH_DOCUMENTS, (batch + 1) * MAX_BATCH_DOCUMENTS),
    ),
  );
}

function unitsOfAll(batch: readonly AnalyzedText[]): number {
  return batch.reduce((sum, { text }) => sum + unitsOf(text), 0);
}

/** Units billed for a text in one request: 100 characters each, three at least. */
function unitsOf(text: string): number {
  return Math.max(MIN_UNITS_PER_DOCUMENT, Math.ceil([...text].length / UNIT_CHARACTERS));
}
