import { stripTypeScriptTypes } from 'node:module';

/** A string that names a TypeScript file beside the one it stands in: an import, or a URL built on `import.meta.url`. */
const RELATIVE_TYPESCRIPT = /(?<quote>['"])(?<path>\.{1,2}\/[^'"\n]+)\.ts\k<quote>/g;

/**
 * Turns a source file into what an installed package needs: Node does not strip types under node_modules, so the types
 * are blanked out beforehand and the paths lead to `.js` files. Lines and columns stay what they are in the source.
 */
export function packagedSource(text: string): string {
  return stripTypeScriptTypes(text, { mode: 'strip' }).replace(RELATIVE_TYPESCRIPT, '$<quote>$<path>.js$<quote>');
}
