import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { LambdaName } from '../contracts/functions.ts';
import { LAMBDA_NAMES } from '../contracts/functions.ts';

/** The zip of a function. */
export interface Bundle {
  /** Absolute; it appears nowhere in what is synthesized. */
  readonly path: string;
  /** In lower-case hex. */
  readonly sha256: string;
}

/** The zip of every function. */
export type Bundles = Readonly<Record<LambdaName, Bundle>>;

/** What the stack needs of the manifest that `npm run bundle` writes. */
const Manifest = z.object({
  functions: z.record(z.string(), z.object({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

/**
 * Reads which zips there are.
 *
 * @param folder where `npm run bundle` wrote them
 * @throws Error that says to run it, when the manifest or a function is missing
 */
export function readBundles(folder: string): Bundles {
  const { functions } = Manifest.parse(JSON.parse(readManifest(folder)));
  const bundles = LAMBDA_NAMES.map((name) => {
    const bundle = functions[name];
    if (bundle === undefined) throw new Error(`There is no bundle of ${name} in ${folder}: run "npm run bundle".`);
    return [name, { path: resolve(folder, bundle.file), sha256: bundle.sha256 }];
  });
  return Object.fromEntries(bundles);
}

function readManifest(folder: string): string {
  try {
    return readFileSync(join(folder, 'manifest.json'), 'utf8');
  } catch (cause) {
    throw new Error(`There are no bundles in ${folder}: run "npm run bundle".`, { cause });
  }
}
