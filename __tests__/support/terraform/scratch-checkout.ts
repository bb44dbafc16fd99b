import { spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';

const ROOT = join(import.meta.dirname, '../../..');

/** What the commands of deployment read. */
const PATHS = [
  'contracts',
  'services',
  'handlers',
  'stacks',
  'statemachine',
  'scripts',
  'deploy',
  'main.ts',
  'cdktf.json',
  'package.json',
  'package-lock.json',
];

/** What a command gave. */
export interface CommandRun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** A checkout of its own, so that no command touches the state of whoever runs the tests. */
export interface ScratchCheckout {
  readonly root: string;
  /** Runs `node script …args` in it. */
  node(script: string, args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<CommandRun>;
  /** Runs a program of node_modules in it. */
  program(name: string, args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<CommandRun>;
}

/** Copies what deployment needs into a folder. */
export function scratchCheckout(root: string, variables: Readonly<Record<string, string>>): ScratchCheckout {
  for (const path of PATHS) cpSync(join(ROOT, path), join(root, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const run = (command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    runCommand(root, command, args, { ...variables, ...more });
  return {
    root,
    node: (script, args, more) => run(process.execPath, [script, ...args], more),
    program: (name, args, more) => run(join(root, 'node_modules', '.bin', name), args, more),
  };
}

async function runCommand(
  cwd: string,
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<CommandRun> {
  const { INIT_CWD: _, DEPLOY_ENV: __, ...env } = process.env;
  const child = spawn(command, args, { cwd, env: { ...env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? 1));
  });
  const [exitCode, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { exitCode, out: stripVTControlCharacters(out), err: stripVTControlCharacters(err) };
}
