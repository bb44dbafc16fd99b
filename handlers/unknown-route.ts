import type { ApiServices } from '../services/services.ts';
import type { RouteHandler } from './http/define-route.ts';
import { answering } from './http/define-route.ts';
import { HttpProblem } from './http/http-problem.ts';
import { matchRoute } from './http/match-route.ts';

/** Handler of everything that is no route (`$default` of API Gateway): 405 with `Allow` for a path that has other methods, else 404. */
export function createHandler(services: Pick<ApiServices, 'logger'>): RouteHandler {
  return answering(services, async ({ rawPath, requestContext: { http } }) => {
    const match = matchRoute(http?.method ?? '', rawPath);
    const allowed = 'allowed' in match ? match.allowed : [];
    if (allowed.length === 0) throw new HttpProblem('unknown-route', { detail: 'The API has no such path.' });
    throw new HttpProblem('method-not-allowed', {
      detail: `The path knows ${allowed.join(', ')}.`,
      headers: { allow: allowed.join(', ') },
    });
  });
}
