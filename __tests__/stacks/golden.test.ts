import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { reviewForm } from '../support/stacks/review-form.ts';
import { synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const folder = await temporaryFolder('golden');

/** Set it to write the golden files anew; then read what changed in them. */
const UPDATE = process.env.UPDATE_GOLDEN === '1';

test.each(['dev', 'prod'] as const)('the infrastructure of %s is the one that was reviewed', (environment) => {
  // Prepare
  const path = join(GOLDEN, `${environment}.json`);
  const config = exampleConfig(environment);

  // Act
  const form = reviewForm(synthesize(config, join(folder, environment)).text);

  // Assess
  if (UPDATE) writeFileSync(path, form);
  expect(form).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
});
