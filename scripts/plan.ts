import { relative } from 'node:path';
import { Command } from 'commander';
import { backendConfigOption } from './command/backend-config-option.ts';
import { givenPath } from './command/given-path.ts';
import { runCommandLine } from './command/run-command-line.ts';
import { makePlan, REFRESH_ONLY } from './plan/make-plan.ts';
import { planFiles, planFolder } from './plan/plan-files.ts';
import { shellWord } from './plan/shell-word.ts';

/** What stands on the command line. */
interface PlanOptions {
  readonly env: string;
  readonly out?: string;
  readonly refresh?: string;
  readonly refreshOnly?: boolean;
  readonly backendConfig: readonly string[];
  readonly detailedExitcode?: boolean;
}

/** With --detailed-exitcode: something would change, as `terraform plan` says it. */
const EXIT_CHANGES = 2;

/** With --detailed-exitcode: anything went wrong, so that 2 means one thing. */
const EXIT_FAILED = 1;

async function plan(options: PlanOptions, args: readonly string[]): Promise<void> {
  const files = planFiles(options.out === undefined ? planFolder(options.env) : givenPath(options.out));
  const own = [
    ...(options.refresh === undefined ? [] : [`-refresh=${options.refresh}`]),
    ...(options.refreshOnly ? [REFRESH_ONLY] : []),
  ];
  const made = await makePlan({
    environment: options.env,
    files,
    backendConfig: options.backendConfig,
    args: [...own, ...args],
  });
  console.log(
    `\nWritten to ${files.folder}: planned.tfplan, plan.json, summary.md\nsha256 of the plan: ${made.sha256}`,
  );
  if (made.hasChanges && !options.refreshOnly) {
    const plan = shellWord(relative('.', files.plan));
    console.log(`Once reviewed: npm run apply -- --env ${options.env} --plan ${plan} --sha256 ${made.sha256}`);
  }
  if (options.detailedExitcode && made.hasChanges) process.exitCode = EXIT_CHANGES;
}

const command = new Command('npm run plan --')
  .description(
    'Bundles, synthesizes and plans an environment; writes the plan, its JSON without secrets, and a summary for a pull request.',
  )
  .requiredOption('--env <name>', 'environment: deploy/<name>.json', process.env.DEPLOY_ENV)
  .option('--out <folder>', 'where the files go (default: build/plans/<env>)')
  .option('--refresh <boolean>', 'whether Terraform looks at what is there (true or false)')
  .option('--refresh-only', 'tell only what was changed outside of Terraform')
  .addOption(backendConfigOption())
  .option(
    '--detailed-exitcode',
    'end with 0 when nothing would change, 2 when something would, 1 when anything went wrong',
  )
  .argument('[terraform...]', 'further arguments of terraform plan, after --')
  .action((args: string[], options: PlanOptions) => plan(options, args));

const wentThrough = await runCommandLine(command);
if (!wentThrough && command.opts<PlanOptions>().detailedExitcode) process.exitCode = EXIT_FAILED;
