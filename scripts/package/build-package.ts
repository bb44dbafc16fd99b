import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packagedSource } from './packaged-source.ts';
import { addRecognitionFiles } from './recognition-files.ts';

/** What runs on a laptop; the checks of the state machine and its documentation are for this repository alone. */
const PACKAGED = '{contracts,statemachine,services,handlers,local}/**/*';
const LEFT_OUT = [
  'statemachine/{checks,docs}/**',
  'handlers/entrypoints/**',
  '**/*.d.ts',
  // Deployed functions alone keep sessions and artifacts and start executions in AWS: the packages that this needs are 13 MB.
  'services/{sessions/dynamodb,budget/dynamodb,artifacts/s3,executions/step-functions,secrets/ssm}/**',
  // Operators work from a clone.
  'services/operator/**',
  'services/operator-services.ts',
];

/**
 * Writes what `npm pack` takes along: the sources as JavaScript, the files that lie beside them, such as the state
 * machine and the demonstration's site, and those that text recognition runs on.
 *
 * @param outFolder where to write; what was there is removed
 */
export function buildPackage(outFolder: string): void {
  rmSync(outFolder, { recursive: true, force: true });
  for (const path of globSync(PACKAGED, { exclude: LEFT_OUT })) {
    if (statSync(path).isFile()) addToPackage(path, outFolder);
  }
  addRecognitionFiles(outFolder);
}

function addToPackage(path: string, outFolder: string): void {
  const target = join(outFolder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (isSource(path)) writeFileSync(target.replace(/\.ts$/, '.js'), packagedSource(readFileSync(path, 'utf8')));
  else copyFileSync(path, target);
}

/** Says whether a file is code of ours; the pages of the demonstration's site carry scripts that stay as they are. */
function isSource(path: string): boolean {
  return path.endsWith('.ts') || path.endsWith('.mjs');
}
