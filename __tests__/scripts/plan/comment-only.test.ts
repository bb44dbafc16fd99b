import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { bundleFunction } from '../../../scripts/bundle/bundle-function.ts';
import { sha256Hex } from '../../../scripts/bundle/zip.ts';
import { SCENARIOS } from '../../../scripts/plan/examples/scenarios.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FUNCTION = 'CreateSession';
const HANDLER = 'handlers/create-session.ts';

const sources = await temporaryFolder('comment-only');
for (const path of ['contracts', 'services', 'handlers', 'package.json', 'package-lock.json']) {
  cpSync(join(ROOT, path), join(sources, path), { recursive: true });
}
symlinkSync(join(ROOT, 'node_modules'), join(sources, 'node_modules'));

/** The hash by which the stack names the code of the function: another one makes a plan with a change. */
async function codeHash(): Promise<string> {
  return sha256Hex((await bundleFunction(sources, FUNCTION)).zip);
}

/** Changes the handler for a while. */
async function withHandler(change: (text: string) => string): Promise<string> {
  const path = join(sources, HANDLER);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, change(original));
  const hash = await codeHash();
  writeFileSync(path, original);
  return hash;
}

test('a comment in a handler is no change of what is deployed, and a change of code is one', async () => {
  // Prepare
  const edit = SCENARIOS.find(({ name }) => name === 'no-op')?.edits.find(({ file }) => file === HANDLER);
  const before = await codeHash();

  // Act
  const commented = await withHandler((text) => edit?.change(text) ?? '');
  const changed = await withHandler((text) => `${text}\nconsole.log('more');\n`);

  // Assess
  expect(commented).toBe(before);
  expect(changed).not.toBe(before);
});
