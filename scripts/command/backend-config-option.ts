import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { givenPath } from './given-path.ts';

const DESCRIPTION =
  'what the backend is not told by the configuration, key=value or a file; several times if need be, the same to plan and to apply';

/** The option `--backend-config` of every command that initializes a stack; gives a list. Files are meant from the folder of the person, and Terraform runs in that of the stack. */
export function backendConfigOption(): Option {
  return new Option('--backend-config <value>', DESCRIPTION)
    .argParser((value: string, before: readonly string[]) => [...before, asTerraformTakesIt(value)])
    .default([], 'none');
}

function asTerraformTakesIt(value: string): string {
  const path = givenPath(value);
  return value.includes('=') && !existsSync(path) ? value : path;
}
