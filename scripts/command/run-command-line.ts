import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { ERROR_POLICIES, EXIT_CODES, PipelineError } from '../../contracts/index.ts';
import { DeployConfigError } from '../../stacks/deploy-config.ts';
import { TerraformError } from '../terraform/terraform-error.ts';

/** Says what happened and gives the exit code of an error that a person can do something about; others are thrown on, with their stack. */
function report(error: unknown): number {
  // commander has said it already; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
  if (error instanceof PipelineError) {
    console.error(`${error.message}\n${error.remedy}`);
    return ERROR_POLICIES[error.name].exit_code;
  }
  if (error instanceof DeployConfigError) {
    console.error(error.message);
    return EXIT_CODES.usage;
  }
  if (error instanceof TerraformError) {
    console.error(error.message);
    return EXIT_CODES.internal;
  }
  throw error;
}

/**
 * Runs a command of the scripts on the arguments of this process and sets its exit code: 0, what the action sets, 1 when terraform failed, 2 for a mistake
 * on the command line or in a setting, 5 for credentials.
 *
 * @param command made without `parse` being called
 * @returns whether it went through
 */
export async function runCommandLine(
  command: Command,
  argv: readonly string[] = process.argv.slice(2),
): Promise<boolean> {
  try {
    await command.exitOverride().parseAsync(argv, { from: 'user' });
    return true;
  } catch (error) {
    process.exitCode = report(error);
    return process.exitCode === EXIT_CODES.done;
  }
}
