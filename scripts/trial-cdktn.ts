import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compareStacks } from './trial/compare-stacks.ts';
import { swapImports } from './trial/swap-imports.ts';

/** What takes the place of the archived packages: its fork, with bindings of the provider made for it, and the tree of constructs that both ask for. */
const PACKAGES = ['cdktn@0.24.0', '@cdktn/provider-aws@25.7.0', 'constructs@10.6.0'];

/** What is copied as it is; main.ts and stacks/ are copied with their imports swapped. */
const COPIED = ['contracts', 'statemachine', 'deploy', 'build/functions', 'package.json'];

/** The fork holds features against the versions that a project says it runs on; without a word it takes 1.5.7, which knows no write-only arguments. */
const CONTEXT = { targetVersions: { terraform: '>=1.11.0', opentofu: '>=1.11.0' } };

const ENVIRONMENT = 'dev';
const STACK = `cdktf.out/stacks/interview-pipeline-${ENVIRONMENT}/cdk.tf.json`;

/** Runs a program, its output shown. Throws when it fails. */
function run(cwd: string, command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEPLOY_ENV: ENVIRONMENT, CDKTF_CONTEXT_JSON: JSON.stringify(CONTEXT) },
    shell: process.platform === 'win32',
  });
  if (error || status !== 0)
    throw new Error(`"${command} ${args.join(' ')}" failed; why stands above.`, { cause: error });
}

/** A copy of the infrastructure that imports the fork, with the fork's packages installed beside it. */
function writeScratchCopy(root: string): void {
  for (const path of COPIED) cpSync(path, join(root, path), { recursive: true });
  for (const path of ['main.ts', ...globSync('stacks/**/*.ts')]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), swapImports(readFileSync(path, 'utf8')));
  }
  run(root, 'npm', [
    'install',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--omit=dev',
    '--ignore-scripts',
    '--prefix',
    join(root, 'fork'),
    ...PACKAGES,
  ]);
  symlinkSync(join(root, 'fork', 'node_modules'), join(root, 'node_modules'));
  symlinkSync(join(process.cwd(), 'node_modules', 'zod'), join(root, 'node_modules', 'zod'));
}

/** Synthesizes the infrastructure with the fork of CDKTF in a scratch copy, and says how what comes out differs. Takes packages from the npm registry. */
function tryFork(): void {
  run('.', process.execPath, ['scripts/bundle.ts', '--if-stale']);
  run('.', process.execPath, ['main.ts']);
  const root = mkdtempSync(join(tmpdir(), 'cdktn-'));
  try {
    writeScratchCopy(root);
    run(root, process.execPath, ['main.ts']);
    const { same, lines } = compareStacks(readFileSync(STACK, 'utf8'), readFileSync(join(root, STACK), 'utf8'));
    for (const line of lines) console.log(line);
    console.log(same ? 'The resources are the same.' : 'The resources differ: see above.');
    process.exitCode = same ? 0 : 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

tryFork();
