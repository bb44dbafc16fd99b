import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../local/cli/program.ts';

/** What a command gave. */
export interface CommandResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Collects what is written. */
class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** Collects what is written to a terminal of 100 columns. */
class TerminalSink extends Sink {
  readonly isTTY = true;
  readonly columns = 100;
  readonly rows = 40;
}

/** What a command is run on. */
export interface CommandSurroundings {
  /** Whether progress goes to a terminal; else it is piped. */
  readonly terminal?: boolean;
}

/** Runs the command line in this process, with what stands on its standard input. */
export async function runCommand(
  argv: readonly string[],
  stdin = '',
  { terminal = false }: CommandSurroundings = {},
): Promise<CommandResult> {
  const [out, err] = [new Sink(), terminal ? new TerminalSink() : new Sink()];
  const exitCode = await runProgram(argv, { out, err, stdin: Readable.from(stdin === '' ? [] : [stdin]) });
  return { exitCode, out: out.text, err: err.text };
}
