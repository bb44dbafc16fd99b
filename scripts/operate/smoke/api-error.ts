import type { PipelineError } from '../../../contracts/index.ts';
import {
  GatewayError,
  PermissionDeniedError,
  ProblemDetails,
  QuotaExceededError,
  RejectedInputError,
  TransientUpstreamError,
} from '../../../contracts/index.ts';
import type { ApiAnswer, ApiRequest } from './api-messages.ts';

/** What an error answer says: the shape of the routes, that of the gateway in front, or neither. */
interface Said {
  readonly message: string;
  readonly remedy?: string;
}

/** The declared error for an answer that is one, in whichever of the two shapes it came. */
export function apiError({ method, path }: ApiRequest, answer: ApiAnswer): PipelineError {
  const { message, remedy } = saidBy(answer);
  const whole = `${method} ${path} was answered with ${answer.status}: ${message}`;
  const advice = remedy === undefined ? {} : { remedy };
  if (answer.status === 401 || answer.status === 403)
    return new PermissionDeniedError(whole, {
      remedy:
        remedy ??
        'Sign in as the API asks for: see "Signing in" in docs/api.md. An IAM caller needs execute-api:Invoke on the API.',
    });
  if (answer.status === 429) return new QuotaExceededError(whole, advice);
  return answer.status >= 500 ? new TransientUpstreamError(whole, advice) : new RejectedInputError(whole, advice);
}

function saidBy({ text }: ApiAnswer): Said {
  const body = jsonOrNothing(text);
  const problem = ProblemDetails.safeParse(body);
  if (problem.success) {
    const { type, detail, remedy, request_id } = problem.data;
    return { message: `${type}: ${detail} (request ${request_id})`, remedy };
  }
  const gateway = GatewayError.safeParse(body);
  return {
    message: gateway.success ? `${gateway.data.message} (by the gateway)` : text.slice(0, 200) || 'without a word',
  };
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
