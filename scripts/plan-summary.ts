import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { RejectedInputError } from '../contracts/index.ts';
import { sha256Hex } from './bundle/zip.ts';
import { givenPath } from './command/given-path.ts';
import { runCommandLine } from './command/run-command-line.ts';
import { parsePlan } from './plan/plan-json.ts';
import { summarizePlan } from './plan/summarize-plan.ts';

/** What stands on the command line. */
interface SummaryOptions {
  readonly env: string;
  readonly planFile?: string;
}

function printSummary(jsonFile: string, { env, planFile }: SummaryOptions): void {
  const json = readFileSync(jsonFile === '-' ? process.stdin.fd : present(jsonFile), 'utf8');
  const file =
    planFile === undefined ? {} : { planFile: { path: planFile, sha256: sha256Hex(readFileSync(present(planFile))) } };
  const plan = parsePlan(json);
  process.stdout.write(summarizePlan({ plan, environment: env, ...file }));
}

function present(file: string): string {
  const path = givenPath(file);
  if (existsSync(path)) return path;
  throw new RejectedInputError(`There is no file ${file}.`, { remedy: 'Name a file that is there.' });
}

const command = new Command('npm run plan:summary --')
  .description('Prints a Markdown summary of what "terraform show -json" printed.')
  .requiredOption('--env <name>', 'environment that the plan is for', process.env.DEPLOY_ENV)
  .option('--plan-file <file>', 'the plan itself, to name its hash')
  .argument('<json>', 'file that "terraform show -json" was written to, or - for standard input')
  .action(printSummary);

await runCommandLine(command);
