/** Where a command writes: what was asked for goes to `out`, progress and complaints to `err`. */
export interface Output {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
}

/** What a command reads from and writes to. */
export interface CommandStreams extends Output {
  readonly stdin: NodeJS.ReadableStream;
}

/** Writes one line. */
export function writeLine(stream: NodeJS.WritableStream, line = ''): void {
  stream.write(`${line}\n`);
}

/**
 * Keeps a command alive whose reader has gone away, as `| head` does after its lines: what it would still have said is lost, the brief is written all
 * the same. Any other error of a stream is thrown.
 */
export function outliveReaders(...streams: readonly NodeJS.WritableStream[]): void {
  for (const stream of streams)
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
