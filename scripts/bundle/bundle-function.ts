import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LambdaName } from '../../contracts/functions.ts';
import { LAMBDAS } from '../../contracts/functions.ts';
import { buildModule } from './build-module.ts';
import { PARSER_ENTRY, PARSER_FILE, pdfJsDataFiles } from './pdf-parser-files.ts';
import { permittedServices } from './permitted-services.ts';
import type { ArchiveFiles } from './zip.ts';
import { zip } from './zip.ts';

/** The module that Lambda loads; its export is {@link HANDLER_EXPORT}. */
const MODULE_FILE = 'index.mjs';

/** A function as it is deployed. */
export interface BundledFunction {
  readonly name: LambdaName;
  readonly zip: Uint8Array;
  /** Source maps by the name of the module they belong to: for reading stack traces, never deployed. */
  readonly source_maps: ArchiveFiles;
  /** Files that went in, relative to the root, sorted. */
  readonly inputs: readonly string[];
}

/** Functions that read documents, those that are given and those that a site links, each in a process of its own with pdf.js and its data. */
const DOCUMENT_FUNCTIONS: readonly LambdaName[] = ['ScrapeCompany', 'ParseDocuments'];

/**
 * Bundles one function of the checkout at `root`.
 *
 * @throws Error when its entrypoint is missing, or of esbuild when it cannot be built
 */
export async function bundleFunction(root: string, name: LambdaName): Promise<BundledFunction> {
  const entry = `handlers/entrypoints/${LAMBDAS[name].entrypoint}.ts`;
  if (!existsSync(join(root, entry))) {
    throw new Error(
      `${name} has no entrypoint: write ${entry}, which exports \`handler\`, or take ${name} out of contracts/functions.ts.`,
    );
  }
  const readsDocuments = DOCUMENT_FUNCTIONS.includes(name);
  const own = await buildModule(root, entry, [permittedServices(name)]);
  const parser = readsDocuments ? await buildModule(root, PARSER_ENTRY) : undefined;
  const files = new Map([
    [MODULE_FILE, own.code],
    ...(parser === undefined ? [] : [[PARSER_FILE, parser.code] as const]),
  ]);
  return {
    name,
    zip: zip(new Map([...files, ...(readsDocuments ? pdfJsDataFiles() : [])])),
    source_maps: new Map([
      [MODULE_FILE, own.source_map],
      ...(parser === undefined ? [] : [[PARSER_FILE, parser.source_map] as const]),
    ]),
    inputs: [...new Set([...own.inputs, ...(parser?.inputs ?? [])])].sort(),
  };
}
