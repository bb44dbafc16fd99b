import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from './zip.ts';

/** Where the zips lie, from the root of the repository; the infrastructure reads them there. */
export const BUNDLE_FOLDER = 'build/functions';

const MANIFEST_FILE = 'manifest.json';

/** What was bundled: each zip by its function, and the hash of every file that it was made from. */
export const BundleManifest = z.object({
  functions: z.record(
    z.string(),
    z.object({ file: z.string(), bytes: z.number().int().positive(), sha256: z.string() }),
  ),
  sources: z.record(z.string(), z.string()),
});

/** What was bundled. */
export type BundleManifest = z.infer<typeof BundleManifest>;

/** What decides about a bundle beside its sources: the packages and the bundler's own code. */
const TOOLING = ['package-lock.json', 'contracts/functions.ts', ...globSync('scripts/{bundle.ts,bundle/*.ts}')];

/** The path of the manifest in a folder of bundles. */
export function manifestPath(folder: string): string {
  return join(folder, MANIFEST_FILE);
}

/** Hashes the sources of bundles; packages count by the lock file, not file by file. */
export function hashSources(root: string, inputs: readonly string[]): Record<string, string> {
  const own = inputs.filter((path) => !path.includes('node_modules/'));
  const paths = [...new Set([...own, ...TOOLING.map((path) => path.replaceAll('\\', '/'))])].sort();
  return Object.fromEntries(paths.map((path) => [path, hashOf(join(root, path))]));
}

/** Says whether the bundles in a folder are those of the sources as they are now: all there, and nothing changed since. */
export function isFresh(root: string, folder: string): boolean {
  const path = manifestPath(folder);
  if (!existsSync(path)) return false;
  const { functions, sources } = BundleManifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const zipsAreThere = Object.values(functions).every(({ file, sha256 }) => hashOf(join(folder, file)) === sha256);
  return (
    zipsAreThere &&
    Object.entries(hashSources(root, Object.keys(sources))).every(([name, hash]) => sources[name] === hash)
  );
}

/** A file that is gone has a hash of its own. */
function hashOf(path: string): string {
  return existsSync(path) ? sha256Hex(readFileSync(path)) : 'absent';
}
