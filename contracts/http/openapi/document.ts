import { z } from 'zod';
import { ExecutionId } from '../../ids.ts';
import type { RouteContract } from '../route-contract.ts';
import { ROUTES } from '../routes/index.ts';
import type { JsonSchema } from './json-schemas.ts';
import { JsonSchemas } from './json-schemas.ts';
import { responsesOf } from './responses.ts';

/** The version of the API, which is that of the project: what breaks a client raises its first number. */
export const API_VERSION = '0.1.0';

const DESCRIPTION = `From a company's site and your documents to an interview brief in which every statement is cited.

Start a run with POST /pipeline, ask for it with GET /pipeline/{executionId} until its status is SUCCEEDED, then get the brief.
Errors are problem details (RFC 9457) with a stable \`type\`; what the gateway in front answers by itself is a plain \`message\`, told apart by the
content type. The same routes and handlers run in AWS and on one machine.`;

/** The description of the API as OpenAPI 3.1, made from the contracts of its routes. */
export function openApiDocument(): JsonSchema {
  const schemas = new JsonSchemas();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [operation, route] of Object.entries<RouteContract>(ROUTES)) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operationOf(operation, route, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Interview Intelligence Pipeline',
      version: API_VERSION,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: SERVERS,
    security: [{ iam: [] }, { jwt: [] }, {}],
    paths,
    components: { securitySchemes: SECURITY_SCHEMES, schemas: schemas.components },
  };
}

const SERVERS = [
  { url: 'http://127.0.0.1:3000', description: 'The local server, where nobody signs in.' },
  {
    url: 'https://{api}.execute-api.{region}.amazonaws.com',
    description: 'In AWS; the stack prints the address.',
    variables: { api: { default: 'abcdefghij' }, region: { default: 'eu-west-1' } },
  },
];

/** Which of them holds is the choice of whoever deploys it. */
const SECURITY_SCHEMES = {
  iam: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'AWS Signature Version 4 for the service execute-api.',
    'x-amazon-apigateway-authtype': 'awsSigv4',
  },
  jwt: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token of the issuer that is configured; on a local server with a token, that token.',
  },
};

function operationOf(operationId: string, route: RouteContract, schemas: JsonSchemas): JsonSchema {
  const parameters = [
    ...pathParameters(route, schemas),
    ...headerParameters(route, schemas),
    ...queryParameters(route, schemas),
  ];
  return {
    operationId,
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    ...(route.open ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined ? {} : { requestBody: requestBodyOf(route.body, route.example, schemas) }),
    responses: responsesOf(route, schemas),
  };
}

function requestBodyOf(body: z.ZodType, example: unknown, schemas: JsonSchemas): JsonSchema {
  return { required: true, content: { 'application/json': { schema: schemas.of(body, 'input'), example } } };
}

function pathParameters({ path }: RouteContract, schemas: JsonSchemas): JsonSchema[] {
  if (!path.includes('{executionId}')) return [];
  const description = 'What POST /pipeline answered with as execution_id.';
  return [{ name: 'executionId', in: 'path', required: true, description, schema: schemas.of(ExecutionId, 'input') }];
}

function headerParameters({ headers = [] }: RouteContract, schemas: JsonSchemas): JsonSchema[] {
  return headers.map(({ name, schema }) => parameter('header', name, schemas.of(schema, 'input')));
}

function queryParameters({ query }: RouteContract, schemas: JsonSchemas): JsonSchema[] {
  if (!(query instanceof z.ZodObject)) return [];
  const { properties = {} } = schemas.of(query, 'input') as { properties?: Readonly<Record<string, JsonSchema>> };
  return Object.entries(properties).map(([name, schema]) => parameter('query', name, schema));
}

function parameter(place: 'header' | 'query', name: string, { description, ...schema }: JsonSchema): JsonSchema {
  return { name, in: place, required: false, description, schema };
}
