import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { backendConfigOption } from './command/backend-config-option.ts';
import { givenPath } from './command/given-path.ts';
import { runCommandLine } from './command/run-command-line.ts';
import { applyPlan } from './plan/apply-plan.ts';
import { runTerraform } from './terraform/run-terraform.ts';
import { stackFolder } from './terraform/stack-folder.ts';

/** What stands on the command line. */
interface ApplyOptions {
  readonly env: string;
  readonly plan: string;
  readonly sha256: string;
  readonly backendConfig: readonly string[];
  readonly outputsFile?: string;
}

async function apply({ env, plan, sha256, backendConfig, outputsFile }: ApplyOptions): Promise<void> {
  await applyPlan({ environment: env, planFile: givenPath(plan), sha256, backendConfig });
  if (outputsFile === undefined) return;
  const { stdout } = await runTerraform({ folder: stackFolder(env), args: ['output', '-json'], output: 'captured' });
  writeFileSync(givenPath(outputsFile), stdout);
}

const command = new Command('npm run apply --')
  .description(
    'Applies a plan that was reviewed, and nothing else: the plan file and every zip that it names are held to their hashes.',
  )
  .requiredOption('--env <name>', 'environment: deploy/<name>.json', process.env.DEPLOY_ENV)
  .requiredOption('--plan <file>', 'the plan file that "npm run plan" wrote')
  .requiredOption('--sha256 <hash>', 'SHA-256 of the plan file, from the summary that was reviewed')
  .addOption(backendConfigOption())
  .option('--outputs-file <file>', 'where the outputs go as JSON, such as the address of the API')
  .action(apply);

await runCommandLine(command);
