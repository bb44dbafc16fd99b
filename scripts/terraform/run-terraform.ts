import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ConfigurationError } from '../../contracts/index.ts';
import { TerraformError } from './terraform-error.ts';

/** One call of terraform. */
export interface TerraformCall {
  /** Where it runs: the folder of a stack. */
  readonly folder: string;
  /** `['plan', '-out=planned']`: the command comes first, in one or two words. */
  readonly args: readonly string[];
  /** `shown`: the person sees it as it comes. `captured`: standard output is given back. Default `shown`. */
  readonly output?: 'shown' | 'captured';
  /** Exit codes that are no failure; default 0 alone. */
  readonly accepted?: readonly number[];
  /** Environment variables beside those of this process. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** What a call gave. */
export interface TerraformResult {
  readonly exitCode: number;
  /** Empty where the output was shown. */
  readonly stdout: string;
}

/** Names another program that speaks as terraform does, such as OpenTofu's `tofu`; the same variable as cdktf's. */
const BINARY_VARIABLE = 'TERRAFORM_BINARY_NAME';

/**
 * What holds for every call. An environment is a stack with a state of its own, never a workspace: one that is set in the shell, or was selected in the folder, would have everything planned a
 * second time on a state that nobody looks at.
 */
const OWN_VARIABLES = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1', TF_WORKSPACE: 'default' };

/** Commands that take `-no-color`; the others never color. */
const COLORING_COMMANDS = new Set(['init', 'validate', 'plan', 'apply', 'destroy', 'show', 'output', 'import']);

/**
 * Runs the user's own terraform, without prompts and without its call home for newer versions. Colors are left out in CI, under `NO_COLOR`, and where no
 * person looks at a terminal. An interruption is handed on and waited for, so that terraform can finish the step it is in and give back its lock.
 *
 * @throws ConfigurationError when terraform is not installed
 * @throws TerraformError when it ends with a code that is not accepted
 */
export async function runTerraform(call: TerraformCall): Promise<TerraformResult> {
  const { accepted = [0] } = call;
  const args = withColors(call);
  const child = start(call, args);
  const forgetSignals = handSignalsOn(child);
  try {
    const [exitCode, stdout, stderr] = await Promise.all([
      ended(child, call.folder),
      child.stdout ? text(child.stdout) : '',
      child.stderr ? text(child.stderr) : '',
    ]);
    if (!accepted.includes(exitCode)) throw failureOf(args, exitCode, stderr);
    return { exitCode, stdout };
  } finally {
    forgetSignals();
  }
}

/** The program that is called: terraform, or what TERRAFORM_BINARY_NAME names. */
export function terraformBinary(): string {
  return process.env[BINARY_VARIABLE] || 'terraform';
}

function withColors({ args, output }: TerraformCall): readonly string[] {
  const [command = '', ...rest] = args;
  const wanted = output !== 'captured' && process.stdout.isTTY && !process.env.CI && !process.env.NO_COLOR;
  return wanted || !COLORING_COMMANDS.has(command) ? args : [command, '-no-color', ...rest];
}

function start({ folder, output, variables }: TerraformCall, args: readonly string[]): ChildProcess {
  const kept = output === 'captured' ? 'pipe' : 'inherit';
  return spawn(terraformBinary(), args, {
    cwd: folder,
    stdio: ['ignore', kept, kept],
    env: { ...process.env, ...OWN_VARIABLES, ...variables },
  });
}

function ended(child: ChildProcess, folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => reject(startFailure(cause, folder)));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function startFailure(cause: NodeJS.ErrnoException, folder: string): Error {
  if (cause.code !== 'ENOENT') return cause;
  return new ConfigurationError(`"${terraformBinary()}" could not be started in ${folder}: it is not on the PATH.`, {
    cause,
    remedy: `Install Terraform 1.11 or later (https://developer.hashicorp.com/terraform/install), or set ${BINARY_VARIABLE}.`,
  });
}

function failureOf(args: readonly string[], exitCode: number, stderr: string): TerraformError {
  const command = args.slice(0, 1).join(' ');
  const said = stderr.trim();
  const where = said === '' ? 'what it said stands above.' : `it said:\n${said}`;
  return new TerraformError(`${terraformBinary()} ${command} ended with code ${exitCode}; ${where}`, exitCode);
}

/** Ctrl-C in a terminal reaches terraform by itself, and a second one would make it stop without saving; elsewhere signals reach this process alone. */
function handSignalsOn(child: ChildProcess): () => void {
  const interrupt = () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  return () => process.off('SIGINT', interrupt).off('SIGTERM', terminate);
}
