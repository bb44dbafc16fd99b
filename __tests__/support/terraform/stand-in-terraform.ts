import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that is called in terraform's place: it writes down how it was called and does what it is told. */
export interface StandInTerraform {
  /** Set in the environment, it is called in place of terraform. */
  readonly variables: { readonly TERRAFORM_BINARY_NAME: string };
  /** The arguments of each call so far. */
  readonly calls: () => string[][];
}

/** What the stand-in does, as the body of a program: `args` are its arguments. */
export type Behavior = string;

/** Makes an executable in `folder`; its behavior runs after its call was written down. */
export function standInTerraform(folder: string, behavior: Behavior = ''): StandInTerraform {
  const path = join(folder, 'terraform-stand-in');
  const log = join(folder, 'terraform-calls.jsonl');
  const program = [
    "import { appendFileSync, readFileSync } from 'node:fs';",
    'const args = process.argv.slice(2);',
    `appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + '\\n');`,
    behavior,
  ];
  writeFileSync(`${path}.mjs`, `${program.join('\n')}\n`);
  // A `#!` line takes no path with a space in it, as a checkout may have.
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${path}.mjs' "$@"\n`);
  chmodSync(path, 0o755);
  return {
    variables: { TERRAFORM_BINARY_NAME: path },
    calls: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [],
  };
}
