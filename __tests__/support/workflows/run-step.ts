import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RunStep } from './read-workflows.ts';

/** Values of expressions `${{ … }}`, by their text without the braces. */
export type Expressions = Readonly<Record<string, string>>;

/** What a step did. */
export interface StepResult {
  readonly exitCode: number;
  /** Standard output and error, as they came. */
  readonly log: string;
  /** What it wrote to GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What it wrote to GITHUB_STEP_SUMMARY. */
  readonly summary: string;
}

/** Where a step runs. */
export interface Runner {
  /** The checkout. */
  readonly folder: string;
  readonly expressions: Expressions;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs the command of a step as GitHub's runner does: `bash -e`, with the variables of workflow, job and step. */
export async function runStep({ workflow, job, step }: RunStep, runner: Runner): Promise<StepResult> {
  const [output, summary] = ['output', 'summary'].map((name) => join(runner.folder, `.github-${name}`));
  for (const file of [output, summary]) writeFileSync(file ?? '', '');
  const declared = Object.entries({ ...workflow.env, ...job.env, ...step.env });
  const env = {
    ...inherited(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    ...runner.variables,
    ...Object.fromEntries(declared.map(([name, value]) => [name, evaluate(value, runner.expressions)])),
  };
  const child = spawn('bash', ['-e', '-c', step.run ?? 'exit 1'], {
    cwd: runner.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return {
    exitCode: code ?? 1,
    log: stdout + stderr,
    outputs: outputsIn(output ?? ''),
    summary: readFileSync(summary ?? '', 'utf8'),
  };
}

/** Fills the expressions of a value; one that is not known is a mistake of the test or of the workflow. */
function evaluate(value: string, expressions: Expressions): string {
  return String(value).replace(/\$\{\{ (.*?) \}\}/g, (_whole, expression: string) => {
    const known = expressions[expression];
    if (known === undefined) throw new Error(`No value is known for \${{ ${expression} }}.`);
    return known;
  });
}

/** What npm, jest and a shell of one's own set, and credentials: no step is to find an account. */
const NOT_INHERITED =
  /^(npm_|NODE_OPTIONS$|JEST_|GITHUB_|INIT_CWD$|DEPLOY_|AWS_(ACCESS|SECRET|SESSION|PROFILE|ROLE|WEB))/;

/** What a runner has too: programs, a home, certificates, and the provider that the caller attached. Packages come from npm's cache where they are in it. */
function inherited(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name));
  return { ...Object.fromEntries(kept), npm_config_prefer_offline: 'true' };
}

function outputsIn(file: string): Record<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
