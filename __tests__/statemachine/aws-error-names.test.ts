import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { AWS_ERROR_NAMES } from '../../statemachine/checks/aws-error-names.ts';

/** The base class of the client; the service never answers with it. */
const CLIENT_BASE = 'LambdaServiceException';

it('names every error that an invocation of a function is declared to end in', () => {
  // Prepare
  const client = createRequire(import.meta.url).resolve('@aws-sdk/client-lambda/package.json');
  const reference = readFileSync(join(client, '../dist-types/commands/InvokeCommand.d.ts'), 'utf8');
  const declared = [...reference.matchAll(/@throws \{@link (?<name>\w+)\}/g)].map(({ groups }) => groups?.name ?? '');

  // Act
  const unknown = declared.filter((name) => name !== CLIENT_BASE && !AWS_ERROR_NAMES.has(`Lambda.${name}`));

  // Assess
  expect(declared.length).toBeGreaterThan(30);
  expect(unknown).toEqual([]);
});

it('leaves out what nothing can catch, and what JSONPath never brings about', () => {
  // Assess
  for (const name of ['States.Runtime', 'States.QueryEvaluationError']) expect(AWS_ERROR_NAMES.has(name)).toBe(false);
});
