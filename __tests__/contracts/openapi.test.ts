import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { API_VERSION } from '../../contracts/http/openapi/document.ts';
import type { RouteContract } from '../../contracts/index.ts';
import { GatewayError, ProblemDetails, ROUTES } from '../../contracts/index.ts';
import { apiUnderTest } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Media {
  readonly schema: unknown;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

const description: { info: { version: string }; paths: Record<string, Record<string, Operation>> } = JSON.parse(
  readFileSync('docs/openapi.json', 'utf8'),
);

const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

const { ask, close } = apiUnderTest(await temporaryFolder('openapi'));
afterAll(close);

describe('the description of the API', () => {
  it('names every route there is, and no other', () => {
    // Assess
    const described = operations.map(({ path, method, operation }) => [operation.operationId, method, path]);
    const served = Object.entries<RouteContract>(ROUTES).map(([id, { method, path }]) => [id, method, path]);
    expect(described.sort()).toEqual(served.sort());
  });

  it('has the version of the project', () => {
    // Assess
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect([API_VERSION, description.info.version]).toEqual([version, version]);
  });

  it('shows requests that work', async () => {
    // Prepare
    const withBody = operations.filter(({ operation }) => operation.requestBody);

    // Act
    const answers = await Promise.all(
      withBody.map(({ path, method, operation }) =>
        ask(method, path, { body: operation.requestBody?.content['application/json']?.example }),
      ),
    );

    // Assess
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 202]);
  });

  it('shows errors of the two shapes that there are, under their own content types', () => {
    // Prepare
    const shapes = { 'application/problem+json': ProblemDetails, 'application/json': GatewayError };

    // Act
    const examples = operations.flatMap(({ operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([status, { content = {} }]) =>
          Object.entries(content).flatMap(([type, { examples = {} }]) =>
            Object.values(examples).map(({ value }) => ({ status: Number(status), type, value })),
          ),
        ),
    );

    // Assess
    expect(examples.length).toBeGreaterThan(50);
    for (const { status, type, value } of examples) {
      const parsed = shapes[type as keyof typeof shapes].parse(value);
      if ('status' in parsed) expect(parsed.status).toBe(status);
    }
  });
});
