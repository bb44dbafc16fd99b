import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { ERROR_POLICIES, EXIT_CODES, PipelineError } from '../../contracts/index.ts';
import { DeployConfigError } from '../../stacks/deploy-config.ts';
import type { OperatorStreams } from './terminal.ts';
import { writeLine } from './terminal.ts';

/** Makes the command; `done` takes the exit code of its action. */
export type MakeCommand = (done: (exitCode: number) => void) => Command;

/** Runs an operator's command line and gives its exit code: 2 for a mistake on it or in a configuration, 5 for credentials. Throws only what is a fault of the program. */
export async function runOperation(
  make: MakeCommand,
  argv: readonly string[],
  { out, err }: OperatorStreams,
): Promise<number> {
  let exitCode: number = EXIT_CODES.done;
  const command = make((code) => {
    exitCode = code;
  })
    .exitOverride()
    .showHelpAfterError('Every option: --help')
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) });
  try {
    await command.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, err);
  }
}

function exitCodeOf(error: unknown, err: NodeJS.WritableStream): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
  if (error instanceof DeployConfigError) {
    writeLine(err, error.message);
    return EXIT_CODES.usage;
  }
  if (!(error instanceof PipelineError)) throw error;
  writeLine(err, `${error.name}: ${error.message}`);
  writeLine(err, `What to do: ${error.remedy}`);
  return ERROR_POLICIES[error.name].exit_code;
}
