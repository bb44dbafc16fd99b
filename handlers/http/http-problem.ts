import type { FieldError, ProblemDetails, ProblemName } from '../../contracts/index.ts';
import { ERROR_POLICIES, PipelineError, PROBLEM_TYPE_PREFIX, PROBLEMS, problemNameOf } from '../../contracts/index.ts';

/** What is known of a problem beside its name. */
export interface ProblemOptions {
  /** What happened this time, in a sentence without internals. */
  readonly detail: string;
  readonly remedy?: string;
  readonly errors?: readonly FieldError[];
  /** Headers that belong to the answer, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is an error. */
export class HttpProblem extends Error {
  readonly problem: Omit<ProblemDetails, 'request_id'>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(name: ProblemName, { detail, remedy, errors, headers = {} }: ProblemOptions) {
    super(detail);
    this.name = 'HttpProblem';
    const { status, title, remedy: usual } = PROBLEMS[name];
    this.problem = {
      type: `${PROBLEM_TYPE_PREFIX}${name}`,
      title,
      status,
      detail,
      remedy: remedy ?? usual,
      ...(errors === undefined ? {} : { errors: [...errors] }),
    };
    this.headers = headers;
  }
}

/** The problem that a thrown error is to the caller: what is wrong inside is nobody's business outside, so 5xx answers carry the meaning alone. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (!(error instanceof PipelineError)) {
    return new HttpProblem('internal', {
      detail: 'The request could not be served. It is logged under its request id.',
    });
  }
  const { http_status, meaning, remedy } = ERROR_POLICIES[error.name];
  return http_status >= 500
    ? new HttpProblem(problemNameOf(error.name), { detail: meaning, remedy: INSIDE_REMEDY[http_status] ?? remedy })
    : new HttpProblem(problemNameOf(error.name), { detail: error.message, remedy: error.remedy });
}

/** What a caller can do about a fault inside: the policies' remedies are for whoever runs the pipeline. */
const INSIDE_REMEDY: Readonly<Record<number, string>> = {
  500: 'Report the request id to whoever runs this API.',
  502: 'Try again later; if it stays, report the request id.',
  503: 'Try again in a minute.',
};
