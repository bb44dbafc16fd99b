import { isAbsolute, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';

/** One bundled module. */
export interface BuiltModule {
  readonly code: Uint8Array;
  readonly source_map: Uint8Array;
  /** Files that went in, relative to the root, with `/`, sorted. */
  readonly inputs: readonly string[];
}

/** CommonJS packages inside an ES module ask for `require`, which a module does not have. */
const BANNER =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/**
 * Bundles an entry and all it imports, the AWS SDK included, into one ES module for the Node of Lambda. The code carries no path and no time; the
 * source map stays outside of the archive.
 *
 * @throws Error of esbuild, which names file and line, when something cannot be resolved or parsed
 */
export async function buildModule(root: string, entry: string, plugins: Plugin[] = []): Promise<BuiltModule> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: 'index.mjs',
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // ES module builds of the SDK can be tree-shaken; its CommonJS builds cannot.
    mainFields: ['module', 'main'],
    // What is deployed shall not change with how types are checked.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    charset: 'utf8',
    banner: { js: BANNER },
    logLevel: 'silent',
    plugins,
  });
  const [map, code] = [
    outputFiles.find(({ path }) => path.endsWith('.map')),
    outputFiles.find(({ path }) => path.endsWith('.mjs')),
  ];
  if (map === undefined || code === undefined) throw new Error(`esbuild gave no module for ${entry}.`);
  return {
    code: code.contents,
    source_map: map.contents,
    inputs: Object.keys(metafile.inputs)
      .map((path) => fromRoot(root, path))
      .sort(),
  };
}

function fromRoot(root: string, path: string): string {
  return relative(root, isAbsolute(path) ? path : resolve(root, path)).replaceAll('\\', '/');
}
