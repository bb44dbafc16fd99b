import type { Command } from 'commander';
import { EXIT_CODES } from '../../contracts/index.ts';
import { reportError } from '../command/report-error.ts';
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
    return reportError(error, (line) => writeLine(err, line));
  }
}
