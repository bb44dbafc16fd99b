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
