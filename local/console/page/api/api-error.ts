import type { GatewayError, ProblemDetails } from '../../../../contracts/index.ts';

const MS_PER_SECOND = 1_000;

/** An answer that is an error, or that there was none. Its message is made for the reader. */
export class ApiError extends Error {
  /** 0 when the server did not answer. */
  readonly status: number;
  readonly problem: ProblemDetails | undefined;
  /** Milliseconds after which the server wants to be asked again. */
  readonly retry_after_ms: number | undefined;

  constructor(
    status: number,
    message: string,
    options: ErrorOptions & { problem?: ProblemDetails; retry_after_ms?: number } = {},
  ) {
    super(message, options);
    this.name = 'ApiError';
    this.status = status;
    this.problem = options.problem;
    this.retry_after_ms = options.retry_after_ms;
  }
}

/** No answer at all. */
export function noAnswer(cause: unknown): ApiError {
  return new ApiError(0, 'The server does not answer. Is it still running?', { cause });
}

/** What an answer says that is no success, in either of its shapes: problem details, or the message of a gateway. */
export async function errorOf(response: Response): Promise<ApiError> {
  const wait = retryAfterMs(response);
  const timing = wait === undefined ? {} : { retry_after_ms: wait };
  const body = await bodyOf(response);
  if (body !== undefined && 'type' in body) {
    const { detail, remedy, request_id } = body;
    const request = response.status >= 500 ? ` (request ${request_id})` : '';
    return new ApiError(response.status, `${detail} ${remedy}${request}`.trim(), { problem: body, ...timing });
  }
  return new ApiError(response.status, `The server refused: ${body?.message ?? response.status}.`, timing);
}

/** What `Retry-After` says, in milliseconds. */
export function retryAfterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * MS_PER_SECOND : undefined;
}

async function bodyOf(response: Response): Promise<ProblemDetails | GatewayError | undefined> {
  try {
    return await response.json();
  } catch (error) {
    // A proxy in between may answer with a page.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
