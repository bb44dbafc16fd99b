import type { Command } from 'commander';
import { EXIT_CODES } from '../../contracts/index.ts';
import { reportError } from './report-error.ts';

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
    process.exitCode = reportError(error, (line) => console.error(line));
    return process.exitCode === EXIT_CODES.done;
  }
}
