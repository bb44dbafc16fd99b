import { CommanderError } from 'commander';
import { describeError, ERROR_POLICIES, EXIT_CODES, errorText, PipelineError } from '../../contracts/index.ts';
import type { Output } from './output.ts';
import { writeLine } from './output.ts';

/** Says what went wrong and what to do, in plain words, and gives the exit code. Only a fault of ours shows a stack trace. */
export function reportError(error: unknown, { err }: Output): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
  if (error instanceof PipelineError) {
    const { message, remedy } = describeError(error.name, errorText(error));
    writeLine(err, `${error.name}: ${message}`);
    writeLine(err, `What to do: ${remedy}`);
    return ERROR_POLICIES[error.name].exit_code;
  }
  writeLine(
    err,
    `Something went wrong inside. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT_CODES.internal;
}
