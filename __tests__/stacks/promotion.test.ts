import { expect, test } from '@jest/globals';
import { LAMBDA_NAMES } from '../../contracts/functions.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('promotion');

/** The code of every function of an environment, by hash and by the path of its zip. */
function codeOf(environment: 'dev' | 'prod'): unknown[] {
  const stack = synthesize(exampleConfig(environment), `${folder}/${environment}`);
  return resourcesOf(stack, 'aws_lambda_function').map(({ source_code_hash, filename }) => [
    source_code_hash,
    filename,
  ]);
}

test('every environment deploys the same zips: what differs comes from its configuration', () => {
  // Act
  const [dev, prod] = [codeOf('dev'), codeOf('prod')];

  // Assess
  expect(prod).toEqual(dev);
  expect(dev).toHaveLength(LAMBDA_NAMES.length);
});
