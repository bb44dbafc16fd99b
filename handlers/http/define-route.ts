import type { z } from 'zod';
import type { ProblemDetails } from '../../contracts/index.ts';
import { ERROR_POLICIES, PipelineError } from '../../contracts/index.ts';
import type { Services } from '../../services/services.ts';
import type { ApiResponse } from './api-event.ts';
import { ApiEvent } from './api-event.ts';

/** A handler of an HTTP route: an API Gateway event in, an answer out; it never throws. */
export type RouteHandler = (event: unknown) => Promise<ApiResponse>;

/** An answer that is an error, with its problem details. */
export class HttpProblem extends Error {
  readonly problem: Omit<ProblemDetails, 'request_id'>;

  constructor(problem: Omit<ProblemDetails, 'request_id'>) {
    super(problem.detail);
    this.name = 'HttpProblem';
    this.problem = problem;
  }
}

/** The one path in and out of every route: parses the event, turns errors into RFC 9457 problem details without internals, logs. */
export function defineRoute(services: Services, run: (event: ApiEvent) => Promise<ApiResponse>): RouteHandler {
  return async (event) => {
    const parsed = ApiEvent.parse(event);
    const request_id = parsed.requestContext.requestId;
    try {
      return await run(parsed);
    } catch (error) {
      const problem = { ...problemOf(error), request_id };
      const fields = {
        request_id,
        status: problem.status,
        reason: error instanceof Error ? error.message : String(error),
      };
      if (problem.status >= 500) services.logger.error('request failed', fields);
      else services.logger.info('request refused', fields);
      return jsonResponse(problem.status, problem, 'application/problem+json');
    }
  };
}

/** A JSON answer; the type is `application/json` unless another is given. */
export function jsonResponse(
  status: number,
  body: unknown,
  type = 'application/json',
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return {
    statusCode: status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

/** Parses JSON with a schema. Throws an {@link HttpProblem} 400 that names every field that is wrong. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  throw new HttpProblem({
    type: 'urn:interview-pipeline:problem:invalid-body',
    title: 'The body does not keep to the contract.',
    status: 400,
    detail: errors.map(({ field, message }) => `${field || 'body'}: ${message}`).join('; '),
    remedy: 'Correct the fields that errors names and send it again.',
    errors,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpProblem({
      type: 'urn:interview-pipeline:problem:malformed-json',
      title: 'The body is not JSON.',
      status: 400,
      detail: error instanceof Error ? error.message : 'The body could not be parsed.',
      remedy: 'Send a JSON object with company_name and company_url.',
    });
  }
}

function problemOf(error: unknown): Omit<ProblemDetails, 'request_id'> {
  if (error instanceof HttpProblem) return error.problem;
  if (!(error instanceof PipelineError)) return INTERNAL_PROBLEM;
  const { http_status: status, meaning } = ERROR_POLICIES[error.name];
  // What is wrong inside is nobody's business outside: 5xx answers carry the meaning, not the message.
  const detail = status >= 500 ? meaning : error.message;
  return {
    type: `urn:interview-pipeline:problem:${kebab(error.name)}`,
    title: meaning,
    status,
    detail,
    remedy: error.remedy,
  };
}

const INTERNAL_PROBLEM = {
  type: 'urn:interview-pipeline:problem:internal',
  title: 'Something went wrong inside.',
  status: 500,
  detail: 'The request could not be served. It is logged under its request id.',
  remedy: 'Try again; if it stays, report the request id.',
};

/** `SessionConflictError` → `session-conflict`. */
function kebab(name: string): string {
  return name
    .replace(/Error$/, '')
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
}
