import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { backendConfigOption } from '../../../scripts/command/backend-config-option.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('backend-config');
const { INIT_CWD: before } = process.env;

beforeEach(() => {
  process.env.INIT_CWD = folder;
});

afterEach(() => {
  if (before === undefined) delete process.env.INIT_CWD;
  else process.env.INIT_CWD = before;
});

function given(...args: readonly string[]): unknown {
  return new Command().addOption(backendConfigOption()).parse(args, { from: 'user' }).opts().backendConfig;
}

test('keeps settings, and takes files from the folder of the person: Terraform runs in that of the stack', () => {
  // Prepare
  writeFileSync(join(folder, 'env=prod.hcl'), '');

  // Act
  const values = given(
    ...['--backend-config', 'bucket=states', '--backend-config', 'backend.hcl', '--backend-config', 'env=prod.hcl'],
  );

  // Assess
  expect(values).toEqual(['bucket=states', join(folder, 'backend.hcl'), join(folder, 'env=prod.hcl')]);
});

test('is an empty list when it is not given', () => {
  expect(given()).toEqual([]);
});
