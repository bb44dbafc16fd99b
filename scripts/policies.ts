import { existsSync, readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { ConfigurationError } from '../contracts/index.ts';
import { ENVIRONMENT_VARIABLE } from '../stacks/config/overlay.ts';
import { readDeployConfig } from '../stacks/deploy-config.ts';
import { runCommandLine } from './command/run-command-line.ts';
import { deployStatements } from './policies/deploy-policies.ts';
import { splitPolicy } from './policies/split-policy.ts';
import type { DeployRole } from './policies/state-statements.ts';
import { stackConfigurationFile } from './terraform/stack-folder.ts';

const ROLES: readonly DeployRole[] = ['plan', 'apply'];

interface Options {
  readonly env: string;
  readonly role?: DeployRole;
}

/** Prints managed policies as JSON: `{"plan": [policy, …], "apply": [policy, …]}`. */
function printPolicies({ env, role }: Options): void {
  const config = readDeployConfig({ root: process.cwd(), variables: { ...process.env, [ENVIRONMENT_VARIABLE]: env } });
  const file = stackConfigurationFile(env);
  if (!existsSync(file)) {
    throw new ConfigurationError(`There is no ${file}.`, { remedy: `Run "DEPLOY_ENV=${env} npm run synth" first.` });
  }
  const stack = JSON.parse(readFileSync(file, 'utf8'));
  const policies = (role === undefined ? ROLES : [role]).map((each) => [
    each,
    splitPolicy(deployStatements(stack, config, each)).map((text) => JSON.parse(text)),
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(policies), null, 2)}\n`);
}

await runCommandLine(
  new Command('policies')
    .description(
      'Prints what the roles that plan and apply an environment need, worked out from the synthesized stack.',
    )
    .requiredOption('--env <ENVIRONMENT>', 'which environment, such as dev')
    .addOption(new Option('--role <ROLE>', 'one of the two roles alone').choices([...ROLES]))
    .action(printPolicies),
);
