import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { ENVIRONMENT } from '../../../contracts/environment.ts';
import type { LambdaName } from '../../../contracts/functions.ts';
import { LAMBDAS } from '../../../contracts/functions.ts';
import { writeFiles } from '../write-files.ts';

const run = promisify(execFile);

/** Values that must be real ones. */
const EXAMPLES: Readonly<Record<string, string>> = { API_AUTHORIZER: 'iam' };

/** How a function is invoked. */
export interface Invocation {
  /** Where it was unpacked. */
  readonly task: string;
  readonly name: LambdaName;
  readonly event: unknown;
  /** Variables beside or in place of the examples of its contract. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A module that is loaded before. */
  readonly preload?: string;
}

/** Unpacks a function's zip as Lambda does, and gives the folder. */
export function unpackFunction(zip: string, folder: string): string {
  return writeFiles(folder, unzipSync(readFileSync(zip)));
}

/** Calls a function in a clean process that has what its contract names, and nothing of this checkout. */
export async function invokeFunction({ task, name, event, variables = {}, preload }: Invocation): Promise<{
  readonly answer?: unknown;
  readonly errorType?: string;
  readonly errorMessage?: string;
}> {
  const named = LAMBDAS[name].environment.map((variable) => [
    variable,
    EXAMPLES[variable] ?? ENVIRONMENT[variable].example,
  ]);
  const first = preload === undefined ? [] : ['--import', pathToFileURL(preload).href];
  const runtime = join(import.meta.dirname, 'invoke-as-lambda.mjs');
  const module = pathToFileURL(join(task, 'index.mjs')).href;
  const { stdout } = await run(process.execPath, [...first, runtime, module, JSON.stringify(event)], {
    cwd: task,
    env: { AWS_REGION: 'eu-west-1', AWS_LAMBDA_FUNCTION_NAME: name, ...Object.fromEntries(named), ...variables },
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1));
}
