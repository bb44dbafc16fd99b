import { readFileSync } from 'node:fs';
import { BundleManifest, manifestPath } from './bundle-manifest.ts';
import { sha256Hex } from './zip.ts';

/** SHA-256 over the names and hashes of all zips in a folder of bundles, in lower-case hex: the same for the same zips, whoever built them. */
export function bundlesHash(folder: string): string {
  const { functions } = BundleManifest.parse(JSON.parse(readFileSync(manifestPath(folder), 'utf8')));
  const lines = Object.entries(functions).map(([name, { sha256 }]) => `${name} ${sha256}\n`);
  return sha256Hex(lines.sort().join(''));
}

/**
 * Says why a folder of bundles is not the one that was promoted; undefined when it is, or when nothing is expected.
 *
 * @param expected the hash that another environment was deployed with
 */
export function promotionFault(folder: string, expected: string | undefined): string | undefined {
  if (!expected) return undefined;
  const actual = bundlesHash(folder);
  if (actual === expected.toLowerCase()) return undefined;
  return `The zips in ${folder} are others than those to be promoted: together they have the hash ${actual}, not ${expected}. Check out the commit that was deployed before, or bring its ${folder} along.`;
}
