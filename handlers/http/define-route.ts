import type { z } from 'zod';
import type { RouteContract } from '../../contracts/index.ts';
import type { ApiServices } from '../../services/services.ts';
import type { ApiResponse } from './api-event.ts';
import { ApiEvent } from './api-event.ts';
import { problemOf } from './http-problem.ts';
import { ownerOf } from './owner.ts';
import { readBody, readParameters } from './read-input.ts';
import { jsonResponse, SECURITY_HEADERS } from './responses.ts';

/** A handler of an HTTP route: an API Gateway event in, an answer out; it never throws. */
export type RouteHandler = (event: unknown) => Promise<ApiResponse>;

/** What every route needs. */
export type RouteServices = Pick<ApiServices, 'logger' | 'authorizer'>;

/** A request that keeps to the contract of its route. */
export interface RouteRequest<Body = undefined, Query = undefined> {
  readonly event: ApiEvent;
  /** Who asks; empty on a route that is open to everybody. */
  readonly owner: string;
  readonly body: Body;
  readonly query: Query;
}

/**
 * The one path in and out of every route: finds out who asks, reads body and query by the contract, turns errors into RFC 9457 problem details
 * without internals, logs, and adds the security headers and the request id.
 */
export function defineRoute<Body extends z.ZodType, Query extends z.ZodType>(
  contract: RouteContract<Body, Query>,
  services: RouteServices,
  run: (request: RouteRequest<z.output<Body>, z.output<Query>>) => Promise<ApiResponse>,
): RouteHandler {
  return answering(services, async (event) =>
    run({
      event,
      owner: contract.open ? '' : ownerOf(event, services.authorizer),
      query: (contract.query && readParameters(contract.query, event.queryStringParameters)) as z.output<Query>,
      body: (contract.body && readBody(contract.body, event)) as z.output<Body>,
    }),
  );
}

/** Answers what a function makes of an event, errors included. */
export function answering(
  services: Pick<RouteServices, 'logger'>,
  run: (event: ApiEvent) => Promise<ApiResponse>,
): RouteHandler {
  return async (given) => {
    const event = ApiEvent.parse(given);
    const { requestId } = event.requestContext;
    const response = await responseOf(services, run, event);
    return { ...response, headers: { ...SECURITY_HEADERS, 'x-request-id': requestId, ...response.headers } };
  };
}

async function responseOf(
  { logger }: Pick<RouteServices, 'logger'>,
  run: (event: ApiEvent) => Promise<ApiResponse>,
  event: ApiEvent,
): Promise<ApiResponse> {
  try {
    return await run(event);
  } catch (error) {
    const { problem, headers } = problemOf(error);
    const request_id = event.requestContext.requestId;
    const fields = { request_id, status: problem.status, problem: problem.type };
    // What a caller got wrong may quote the body, which is nobody's business in a log.
    if (problem.status < 500) logger.info('request refused', fields);
    else logger.error('request failed', { ...fields, reason: String(error) });
    return jsonResponse(
      problem.status,
      { ...problem, request_id },
      {
        ...headers,
        'content-type': 'application/problem+json',
      },
    );
  }
}
