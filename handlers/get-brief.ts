import type { SessionRow } from '../contracts/index.ts';
import { RETRY_AFTER_SECONDS, ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import { freshSession, hasEnded } from './fresh-session.ts';
import type { ApiResponse } from './http/api-event.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { HttpProblem } from './http/http-problem.ts';
import { preferredType } from './http/preferred-type.ts';
import { unlessUnchanged } from './http/responses.ts';
import { ownSession } from './own-session.ts';

/** The form that each type asks for, best first where the caller does not care. */
const FORMS = { 'application/json': 'json', 'text/markdown': 'markdown', 'text/html': 'html' } as const;

const TYPES = Object.keys(FORMS) as readonly (keyof typeof FORMS)[];

/** Text of a brief may come from anywhere: the page runs nothing and loads nothing, its own styles are all it has. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Handler of `GET /pipeline/{executionId}/brief`: the brief as JSON, Markdown or HTML, as `Accept` says. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.getBrief, services, async (request) => {
    const type = preferredType(request.event.headers.accept, TYPES);
    if (type === undefined) {
      throw new HttpProblem('not-acceptable', { detail: 'The header Accept names none of the forms of a brief.' });
    }
    const row = await freshSession(services, await ownSession(services, request));
    if (row.status !== 'SUCCEEDED' || row.brief === undefined) throw notReady(row);
    const body = await services.artifacts.get(row.brief[FORMS[type]]);
    return unlessUnchanged(request.event, briefResponse(type, new TextDecoder().decode(body)));
  });
}

function briefResponse(type: keyof typeof FORMS, body: string): ApiResponse {
  return {
    statusCode: 200,
    headers: {
      'content-type': type === 'application/json' ? type : `${type}; charset=utf-8`,
      vary: 'Accept',
      ...(type === 'text/html' ? { 'content-security-policy': PAGE_POLICY } : {}),
    },
    body,
  };
}

function notReady(row: SessionRow): HttpProblem {
  const { status, failure } = row;
  if (!hasEnded(row)) {
    return new HttpProblem('brief-not-ready', {
      detail: `The run is ${status}.`,
      headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
    });
  }
  return new HttpProblem('brief-not-ready', {
    detail: `The run ended as ${status} without a brief. ${failure?.cause ?? ''}`.trim(),
    remedy: `${failure?.remedy ?? ''} POST /pipeline/${row.execution_id}/retry tries again.`.trim(),
  });
}
