import { CommanderError } from 'commander';
import { ERROR_POLICIES, EXIT_CODES, PipelineError } from '../../contracts/index.ts';
import { DeployConfigError } from '../../stacks/deploy-config.ts';
import { TerraformError } from '../terraform/terraform-error.ts';

/** Says what happened and gives the exit code of an error that a person can do something about; others are thrown on, with their stack. */
export function reportError(error: unknown, writeLine: (line: string) => void): number {
  // commander has said it already; asking for help is no mistake.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
  if (error instanceof PipelineError) {
    writeLine(`${error.name}: ${error.message}`);
    writeLine(`What to do: ${error.remedy}`);
    return ERROR_POLICIES[error.name].exit_code;
  }
  if (error instanceof DeployConfigError) {
    writeLine(error.message);
    return EXIT_CODES.usage;
  }
  if (error instanceof TerraformError) {
    writeLine(error.message);
    return EXIT_CODES.internal;
  }
  throw error;
}
