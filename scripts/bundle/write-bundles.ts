import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LambdaName } from '../../contracts/functions.ts';
import { LAMBDA_NAMES } from '../../contracts/functions.ts';
import { bundleFunction } from './bundle-function.ts';
import type { BundleManifest } from './bundle-manifest.ts';
import { hashSources, manifestPath } from './bundle-manifest.ts';
import { sha256Hex } from './zip.ts';

/** A zip that was written. */
export interface WrittenBundle {
  readonly name: LambdaName;
  readonly bytes: number;
}

/**
 * Bundles functions of the checkout at `root` and writes zips, source maps and the manifest; what was in the folder is removed.
 *
 * @throws Error as {@link bundleFunction}
 */
export async function writeBundles(
  root: string,
  folder: string,
  names: readonly LambdaName[] = LAMBDA_NAMES,
): Promise<readonly WrittenBundle[]> {
  const bundles = await Promise.all(names.map((name) => bundleFunction(root, name)));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, zip, source_maps } of bundles) {
    writeFileSync(join(folder, `${name}.zip`), zip);
    mkdirSync(join(folder, 'maps', name), { recursive: true });
    for (const [file, map] of source_maps) writeFileSync(join(folder, 'maps', name, `${file}.map`), map);
  }
  const manifest: BundleManifest = {
    functions: Object.fromEntries(
      bundles.map(({ name, zip }) => [name, { file: `${name}.zip`, bytes: zip.byteLength, sha256: sha256Hex(zip) }]),
    ),
    sources: hashSources(
      root,
      bundles.flatMap(({ inputs }) => inputs),
    ),
  };
  writeFileSync(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`);
  return bundles.map(({ name, zip }) => ({ name, bytes: zip.byteLength }));
}
