import { z } from 'zod';
import type { ErrorName } from '../errors.ts';
import { ERROR_NAMES, ERROR_POLICIES } from '../errors.ts';

/** What stands before the name of a problem in its `type`. */
export const PROBLEM_TYPE_PREFIX = 'urn:interview-pipeline:problem:';

/** What is the same in every problem of a type. */
export interface ProblemDefinition {
  readonly status: number;
  readonly title: string;
  /** What the caller can do, unless something more exact is known. */
  readonly remedy: string;
}

/** The problems that the routes themselves find; those of the pipeline's errors are added in {@link PROBLEMS}. */
export const ROUTE_PROBLEMS = {
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON.',
    remedy: 'Send one JSON object, encoded in UTF-8.',
  },
  'invalid-body': {
    status: 400,
    title: 'The body does not keep to the contract.',
    remedy: 'Correct the fields that errors names and send it again.',
  },
  'invalid-parameter': {
    status: 400,
    title: 'A parameter or header does not keep to the contract.',
    remedy: 'Correct the parameters that errors names and ask again.',
  },
  unauthenticated: {
    status: 401,
    title: 'Nobody is signed in.',
    remedy: 'Sign the request as the documentation of the API says.',
  },
  'cross-origin': {
    status: 403,
    title: 'The request comes from a page of another origin.',
    remedy: 'Call the API from a server or a command line, or through a proxy of your own origin.',
  },
  'unknown-route': {
    status: 404,
    title: 'There is no such route.',
    remedy: 'Compare method and path with the API description.',
  },
  'unknown-execution': {
    status: 404,
    title: 'There is no such run.',
    remedy: 'Use the execution_id that POST /pipeline answered with; GET /pipeline lists your runs.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The route does not know this method.',
    remedy: 'Use one of the methods that the header Allow names.',
  },
  'not-acceptable': {
    status: 406,
    title: 'The brief does not exist in this form.',
    remedy: 'Accept application/json, text/markdown or text/html.',
  },
  'brief-not-ready': {
    status: 409,
    title: 'There is no brief yet.',
    remedy: 'Ask for the run until its status is SUCCEEDED.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large.',
    remedy: 'Give long texts as documents: POST /documents grants an upload.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is of another type than the route takes.',
    remedy: 'Send JSON with the header Content-Type: application/json.',
  },
  'too-many-runs': {
    status: 429,
    title: 'As many runs are under way as there is room for.',
    remedy: 'Send the same request again after the seconds that the header Retry-After names.',
  },
  'daily-budget-used-up': {
    status: 429,
    title: 'What all runs together may cost in a day is used up or set aside for runs under way.',
    remedy:
      'Send the same request again after the seconds that the header Retry-After names; the day ends at midnight UTC.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong inside.',
    remedy: 'Try again; if it stays, report the request id.',
  },
} as const satisfies Record<string, ProblemDefinition>;

/** The name of a problem that a route itself finds. */
export type RouteProblemName = keyof typeof ROUTE_PROBLEMS;

/** The name of any problem: the last part of its `type`, which is stable. */
export type ProblemName = RouteProblemName | PipelineProblemName;

/** The problem of a declared error: `SessionConflictError` is `session-conflict`. */
export type PipelineProblemName = Kebab<ErrorName>;

type Kebab<Name extends string> = Name extends `${infer Words}Error` ? Lowered<Words> : never;
type Lowered<Words extends string> = Words extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Hyphenated<Rest>}`
  : Words;
type Hyphenated<Words extends string> = Words extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Hyphenated<Rest>}`
    : `-${Lowercase<First>}${Hyphenated<Rest>}`
  : Words;

/** The name of the problem that a declared error becomes. */
export function problemNameOf(name: ErrorName): PipelineProblemName {
  return name
    .replace(/Error$/, '')
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase() as PipelineProblemName;
}

/** Every problem there can be, by its name: the closed list that clients may switch over. */
export const PROBLEMS: Readonly<Record<ProblemName, ProblemDefinition>> = {
  ...ROUTE_PROBLEMS,
  ...(Object.fromEntries(
    ERROR_NAMES.map((name) => {
      const { http_status: status, meaning: title, remedy } = ERROR_POLICIES[name];
      return [problemNameOf(name), { status, title, remedy }];
    }),
  ) as Record<PipelineProblemName, ProblemDefinition>),
};

/** An error answer: RFC 9457 problem details with the field errors, the remedy and the id under which the request is logged. */
export const ProblemDetails = z
  .object({
    type: z.string().startsWith(PROBLEM_TYPE_PREFIX).describe('Which problem it is: stable, made to be compared.'),
    title: z.string().describe('The problem in a sentence, the same for every problem of the type.'),
    status: z.number().int().describe('The status code, once more.'),
    detail: z.string().describe('What happened this time.'),
    request_id: z.string().describe('The id under which the request is logged.'),
    remedy: z.string().describe('What to do about it.'),
    errors: z
      .array(
        z.object({
          field: z.string().describe('Where, as a path with dots: documents.0.purpose.'),
          message: z.string(),
        }),
      )
      .optional()
      .describe('What is wrong with each field, when fields are to blame.'),
  })
  .meta({ id: 'Problem' });

/** An error answer. */
export type ProblemDetails = z.infer<typeof ProblemDetails>;

/** What is wrong with one field. */
export type FieldError = NonNullable<ProblemDetails['errors']>[number];
