import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packagedSource } from './packaged-source.ts';

/** The command that the package installs. */
export const PACKAGE_COMMAND = 'interview-brief.mjs';

/** What runs on a laptop; the checks of the state machine and its documentation are for this repository alone. */
const PACKAGED = '{contracts,statemachine,services,handlers,local}/**/*';
const LEFT_OUT = ['statemachine/{checks,docs}/**', '**/*.d.ts'];

/**
 * Writes what `npm pack` takes along: the sources as JavaScript, the files that lie beside them (the state machine, the
 * demonstration's site), and the command.
 *
 * @param outFolder where to write; what was there is removed
 */
export function buildPackage(outFolder: string): void {
  rmSync(outFolder, { recursive: true, force: true });
  for (const path of globSync(PACKAGED, { exclude: LEFT_OUT })) {
    if (statSync(path).isFile()) addToPackage(path, outFolder);
  }
  copyFileSync(join(import.meta.dirname, PACKAGE_COMMAND), join(outFolder, PACKAGE_COMMAND));
}

function addToPackage(path: string, outFolder: string): void {
  const target = join(outFolder, path);
  mkdirSync(dirname(target), { recursive: true });
  if (path.endsWith('.ts')) writeFileSync(target.replace(/\.ts$/, '.js'), packagedSource(readFileSync(path, 'utf8')));
  else copyFileSync(path, target);
}
