import type { z } from 'zod';
import type { ProblemName } from './problem-details.ts';

/** An answer of a route that is no error. */
export interface RouteAnswer {
  readonly status: 200 | 201 | 202 | 204 | 304;
  readonly description: string;
  /** The body by its content type; none for an answer without a body. */
  readonly content?: Readonly<Record<string, z.ZodType>>;
  /** What each header of the answer tells, beside those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A header that a route reads. */
export interface RouteHeader {
  readonly name: string;
  readonly schema: z.ZodType<string>;
}

/** Everything that is to be known of a route: the router, the stack and the API description read it. */
export interface RouteContract<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{executionId}` where the id stands, as API Gateway and OpenAPI write it. */
  readonly path: string;
  /** What it does, in a few words. */
  readonly summary: string;
  readonly description?: string;
  /** True when nobody needs to be signed in. */
  readonly open?: true;
  readonly headers?: readonly RouteHeader[];
  readonly query?: Query;
  readonly body?: Body;
  /** A body that works, for whoever tries it out. */
  readonly example?: z.input<Body>;
  readonly answers: readonly RouteAnswer[];
  /** Problems that this route answers with, beside those of every route. */
  readonly problems: readonly ProblemName[];
}

/** Gives the contract as it is, with the types of its body and query kept. */
export function route<Body extends z.ZodType = z.ZodNever, Query extends z.ZodType = z.ZodNever>(
  contract: RouteContract<Body, Query>,
): RouteContract<Body, Query> {
  return contract;
}
