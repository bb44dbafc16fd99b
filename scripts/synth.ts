import { Command } from 'commander';
import { readDeployConfig } from '../stacks/deploy-config.ts';
import { runCommandLine } from './command/run-command-line.ts';
import { synthesize } from './plan/synthesize.ts';

/** Says what is wrong with the configuration before anything is built; then bundles what has changed and writes the Terraform configuration. */
async function synth(): Promise<void> {
  const { environment } = readDeployConfig({ root: process.cwd(), variables: process.env });
  await synthesize(environment);
}

await runCommandLine(
  new Command('npm run synth')
    .description(
      'Bundles the functions when their sources have changed, and writes the Terraform configuration of the environment that DEPLOY_ENV names to cdktf.out.',
    )
    .action(synth),
);
