import { Command } from 'commander';
import { API_VERSION } from '../../contracts/http/openapi/document.ts';
import { runBrief } from './brief-command.ts';
import type { BriefOptions } from './brief-options.ts';
import { addBriefOptions } from './brief-options.ts';
import { commandLine } from './command-line.ts';
import type { DemoOptions } from './demo-command.ts';
import { runDemo } from './demo-command.ts';
import type { InspectOptions } from './inspect-command.ts';
import { runInspect } from './inspect-command.ts';
import type { CommandStreams } from './output.ts';
import { reportError } from './report-error.ts';
import type { ServeOptions } from './serve-command.ts';
import { addServeOptions, runServe } from './serve-command.ts';

/** Runs the command line: `brief`, `demo`, `inspect` or `serve`. Gives the exit code; never throws. */
export async function runProgram(argv: readonly string[], streams: CommandStreams): Promise<number> {
  let exitCode = 0;
  const program = createProgram(streams, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportError(error, streams);
  }
}

function createProgram(streams: CommandStreams, done: (exitCode: number) => void): Command {
  const program = new Command('interview-brief')
    .description('From a company’s site and your documents to an interview brief in which every statement is cited.')
    .version(API_VERSION, '-V, --version', 'print the version')
    .exitOverride()
    .showHelpAfterError(hint('brief'))
    .configureOutput({ writeOut: (text) => streams.out.write(text), writeErr: (text) => streams.err.write(text) });
  addBriefOptions(
    program.command('brief').description('read a company’s site and your documents, write a cited brief'),
  ).action(async (options: BriefOptions) => done(await runBrief(options, streams)));
  program
    .command('demo')
    .description('run the whole pipeline on a fictional company that comes with the package')
    .option('--out <folder>', 'where the brief and its run are written (default: ./brief-demo)')
    .option('--json', 'print the brief as JSON instead of the summary', false)
    .action(async (options: DemoOptions) => done(await runDemo(options, streams)));
  program
    .command('inspect <id>')
    .description('show states, attempts, times, errors and artifacts of a run, without document text')
    .option('--data-dir <folder>', 'where runs are kept (default: your data folder)')
    .option('--json', 'print JSON', false)
    .action(async (id: string, options: InspectOptions) => done(await runInspect(id, options, streams)));
  addServeOptions(
    program
      .command('serve')
      .description('serve the HTTP API on this machine, with the same routes and handlers as in AWS'),
  ).action(async (options: ServeOptions) => done(await runServe(options, streams)));
  for (const command of program.commands) command.showHelpAfterError(hint(command.name()));
  return program;
}

/** Where the flags of a command are shown. */
function hint(command: string): string {
  return `Every flag: ${commandLine(command as Parameters<typeof commandLine>[0], '--help')}`;
}
