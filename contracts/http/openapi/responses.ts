import { GATEWAY_MESSAGES, GatewayError } from '../gateway-error.ts';
import type { ProblemName } from '../problem-details.ts';
import { PROBLEM_TYPE_PREFIX, PROBLEMS, ProblemDetails } from '../problem-details.ts';
import type { RouteAnswer, RouteContract } from '../route-contract.ts';
import type { JsonSchema, JsonSchemas } from './json-schemas.ts';

/** Problems that any route can answer with: a store or engine that does not answer, or one that is not set up. */
const COMMON_PROBLEMS: readonly ProblemName[] = [
  'internal',
  'transient-upstream',
  'permission-denied',
  'configuration',
];

/** The `responses` of a route, by status: its answers, its problems, and what the gateway answers by itself. */
export function responsesOf(route: RouteContract, schemas: JsonSchemas): Readonly<Record<string, JsonSchema>> {
  const answers = route.answers.map((answer) => [String(answer.status), answerOf(answer, schemas)] as const);
  const problems: readonly ProblemName[] = [
    ...route.problems,
    ...(route.open ? [] : (['unauthenticated'] as const)),
    ...COMMON_PROBLEMS,
  ];
  const statuses = new Set([
    ...problems.map((name) => PROBLEMS[name].status),
    ...Object.keys(GATEWAY_MESSAGES).map(Number),
  ]);
  const errors = [...statuses].sort().map((status) => {
    const named = problems.filter((name) => PROBLEMS[name].status === status);
    return [String(status), errorOf(status, named, schemas)] as const;
  });
  return Object.fromEntries([...answers, ...errors]);
}

function answerOf({ description, content, headers }: RouteAnswer, schemas: JsonSchemas): JsonSchema {
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, tells]) => [name, { description: tells, schema: { type: 'string' } }]),
      ),
    }),
    ...(content && {
      content: Object.fromEntries(
        Object.entries(content).map(([type, schema]) => [type, { schema: schemas.of(schema, 'output') }]),
      ),
    }),
  };
}

/** Both shapes of an error, told apart by the content type: ours, and the gateway's where it answers by itself. */
function errorOf(status: number, problems: readonly ProblemName[], schemas: JsonSchemas): JsonSchema {
  const message = (GATEWAY_MESSAGES as Readonly<Record<number, string>>)[status];
  const ours = problems.length > 0 && {
    'application/problem+json': {
      schema: schemas.of(ProblemDetails, 'output'),
      examples: Object.fromEntries(problems.map((name) => [name, { value: exampleOf(name) }])),
    },
  };
  const gateway = message !== undefined && {
    'application/json': {
      schema: schemas.of(GatewayError, 'output'),
      examples: { gateway: { value: { message } satisfies GatewayError } },
    },
  };
  const titles = problems.map((name) => PROBLEMS[name].title);
  return {
    description: [...titles, ...(message === undefined ? [] : [`The gateway answers by itself: ${message}.`])].join(
      ' ',
    ),
    content: { ...ours, ...gateway },
  };
}

function exampleOf(name: ProblemName): ProblemDetails {
  const { title, status, remedy } = PROBLEMS[name];
  return { type: `${PROBLEM_TYPE_PREFIX}${name}`, title, status, detail: title, request_id: 'f3c1a2b4', remedy };
}
