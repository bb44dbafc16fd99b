import { expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('determinism');

test('the same configuration gives the same text from every folder, without a path of this machine', () => {
  // Prepare
  const config = exampleConfig('prod');

  // Act
  const one = synthesize(config, `${folder}/one`);
  const other = synthesize(config, `${folder}/another/further/down`);

  // Assess
  expect(other.text).toBe(one.text);
  expect(one.text).not.toContain(folder);
  expect(one.text).not.toContain(process.cwd());
});
