import type { PipelineError } from '../../../contracts/index.ts';
import {
  ConfigurationError,
  PermissionDeniedError,
  QuotaExceededError,
  TransientUpstreamError,
} from '../../../contracts/index.ts';

/** An answer of an endpoint that is an error. */
export interface ChatFailure {
  readonly status: number;
  /** The body, or its beginning. */
  readonly body: string;
}

/** How endpoints say that a request is longer than the model's context. */
const TOO_LONG = /context.{0,20}(?:length|window|size)|too long|too many tokens|exceeds? the available/i;

/** What is shown of an endpoint's own words, in characters. */
const MAX_WORDS_SHOWN = 300;

interface ChatErrorRow {
  readonly statuses: (status: number) => boolean;
  readonly says?: RegExp;
  readonly error: new (message: string, options: { remedy?: string }) => PipelineError;
  readonly remedy?: string;
}

/** What each failure means; the first row that fits counts. */
const ROWS: readonly ChatErrorRow[] = [
  {
    statuses: (status) => status === 401 || status === 403,
    error: PermissionDeniedError,
    remedy: 'Set OPENAI_API_KEY to a key that this endpoint accepts for this model.',
  },
  {
    statuses: (status) => status === 429 || status === 402,
    says: /insufficient_quota|billing|credit/i,
    error: QuotaExceededError,
    remedy: 'Add credit to the account of OPENAI_API_KEY, or use another endpoint.',
  },
  { statuses: (status) => status === 429 || status === 408 || status >= 500, error: TransientUpstreamError },
  {
    statuses: (status) => status === 404,
    error: ConfigurationError,
    remedy: 'Check OPENAI_MODEL and the address: it ends before /chat/completions, often in /v1.',
  },
  {
    statuses: () => true,
    error: ConfigurationError,
    remedy: 'Check the address and OPENAI_MODEL against what the message says.',
  },
];

/** Whether a failure says that the request was longer than the model's context. */
export function isTooLong({ status, body }: ChatFailure): boolean {
  return (status === 400 || status === 413) && TOO_LONG.test(body);
}

/** The declared error of a failure: name by {@link ROWS}, message with the endpoint's own words. */
export function chatError(failure: ChatFailure, endpoint: string): PipelineError {
  const row = ROWS.find(({ statuses, says }) => statuses(failure.status) && (says?.test(failure.body) ?? true));
  const words = failure.body.replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS_SHOWN);
  const Declared = row?.error ?? ConfigurationError;
  return new Declared(`${endpoint} answered ${failure.status}: ${words || 'no further words'}`, {
    ...(row?.remedy === undefined ? {} : { remedy: row.remedy }),
  });
}
