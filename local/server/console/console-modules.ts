import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** What a module imports when it runs: imports of types are gone by then. */
const VALUE_IMPORT = /^\s*(?:import\b[^'"]*|export\b[^'"=(]*\bfrom\s*)['"](?<path>[^'"]+)['"]/gm;

/** A module as a browser is given it. */
export interface ConsoleModule {
  /** Where it lies below the root, such as `local/console/page/main.ts`. */
  readonly path: string;
  readonly code: string;
}

/**
 * A module and everything that it imports, ready for a browser: from a clone the types are blanked out, an installed package has JavaScript already. Nothing else of
 * the server can be asked for, because nothing else is here.
 *
 * @param entry path of the first module below the root
 * @param root folder of the program, ending in a slash
 * @throws TypeError for a module that imports a package, which a browser could not find
 */
export function consoleModules(entry: string, root: URL): readonly ConsoleModule[] {
  const modules = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (modules.has(path)) continue;
    const code = browserCode(new URL(path, root));
    modules.set(path, code);
    waiting.push(...importsOf(code).map((imported) => pathBelow(root, path, imported)));
  }
  return Array.from(modules, ([path, code]) => ({ path, code }));
}

function browserCode(file: URL): string {
  const source = readFileSync(file, 'utf8');
  return file.pathname.endsWith('.ts') ? stripTypeScriptTypes(source, { mode: 'strip' }) : source;
}

function importsOf(code: string): string[] {
  return [...code.matchAll(VALUE_IMPORT)].map(({ groups }) => groups?.path ?? '');
}

function pathBelow(root: URL, importer: string, imported: string): string {
  if (!imported.startsWith('.')) throw new TypeError(`${importer} imports ${imported}, which a browser cannot find.`);
  return new URL(imported, new URL(importer, root)).href.slice(root.href.length);
}
