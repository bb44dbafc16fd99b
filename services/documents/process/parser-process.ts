import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { UnreadableDocumentError } from '../../../contracts/index.ts';
import { RETIRE_PARSER_RSS_MB } from '../limits.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import type { DocumentProblem } from '../unreadable.ts';
import { unreadable } from '../unreadable.ts';
import type { ErrorMessage, ParseMessage, ParserAnswer } from './messages.ts';
import type { ChildOptions } from './start-child.ts';
import { startChild } from './start-child.ts';

/** Characters kept of what a failing process wrote. */
const MAX_COMPLAINT_CHARACTERS = 2_000;

/** What is said of running out of memory: by V8 when its heap is full, by typed arrays, by the C++ library. */
const OUT_OF_MEMORY = /out of memory|allocation failed|bad_alloc/i;

const BYTES_PER_MB = 1_048_576;

/** A parsing process: takes one document at a time. */
export class ParserProcess {
  readonly #child: ChildProcess;
  #complaint = '';
  #ready = false;
  #ended = false;

  constructor(options: ChildOptions) {
    this.#child = startChild(options);
    this.#child.on('error', (error) => this.#end(error.message));
    this.#child.on('exit', () => this.#end(''));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-MAX_COMPLAINT_CHARACTERS);
    });
    this.#hold(false);
  }

  /** Whether it can take another document. */
  get usable(): boolean {
    return !this.#ended;
  }

  /**
   * Parses a document. Throws `UnreadableDocumentError` when it cannot be read, takes longer than `time_ms`, or takes the process down;
   * an abort throws the signal's reason. After a failure of the process it is not usable any more.
   */
  async parse(message: ParseMessage, time_ms: number, signal?: AbortSignal): Promise<ParsedDocument> {
    this.#hold(true);
    try {
      const answer = await this.#ask(message, time_ms, signal);
      if (answer.rss_bytes > RETIRE_PARSER_RSS_MB * BYTES_PER_MB) this.stop();
      if (answer.kind === 'parsed') return answer.document;
      throw toError(message.file_name, answer.error);
    } finally {
      this.#hold(false);
    }
  }

  /** Ends the process, whatever it does. */
  stop(): void {
    this.#ended = true;
    this.#child.kill('SIGKILL');
  }

  async #ask(
    message: ParseMessage,
    time_ms: number,
    signal?: AbortSignal,
  ): Promise<Exclude<ParserAnswer, { kind: 'ready' }>> {
    const time = AbortSignal.timeout(time_ms);
    const stop = signal === undefined ? time : AbortSignal.any([time, signal]);
    try {
      if (!this.#ready) await this.#next(stop);
      this.#ready = true;
      this.#child.send(message);
      const answer = await this.#next(stop);
      if (answer.kind === 'ready') throw new Error('The parsing process answered out of turn.');
      return answer;
    } catch (error) {
      this.stop();
      signal?.throwIfAborted();
      if (time.aborted)
        throw unreadable(message.file_name, 'too_slow', {
          more: `more than ${Math.round(time_ms / 1_000)} s`,
          cause: error,
        });
      throw error instanceof ProcessEnded ? this.#toFailure(message.file_name, error) : error;
    }
  }

  /** The next answer, or the end of the process. */
  async #next(stop: AbortSignal): Promise<ParserAnswer> {
    const done = new AbortController();
    const signal = AbortSignal.any([stop, done.signal]);
    try {
      const ended = once(this.#child, 'close', { signal }).then(() => {
        throw new ProcessEnded(this.#complaint);
      });
      const answered = once(this.#child, 'message', { signal }).then(([answer]) => answer as ParserAnswer);
      return await Promise.race([answered, ended]);
    } finally {
      done.abort();
    }
  }

  /** A process that ends before it was ready is a fault of ours; one that ends over a document, the document's. */
  #toFailure(file_name: string, error: ProcessEnded): Error {
    if (!this.#ready)
      return new Error(
        `The process that parses documents could not be started: ${error.message || 'it ended at once'}.`,
        { cause: error },
      );
    const killed_by_limit = OUT_OF_MEMORY.test(this.#complaint) || this.#child.signalCode === 'SIGKILL';
    const problem: DocumentProblem = killed_by_limit ? 'too_much_memory' : 'crashed';
    return unreadable(file_name, problem, { cause: error });
  }

  #end(complaint: string): void {
    this.#ended = true;
    if (complaint !== '') this.#complaint = complaint;
  }

  /** An idle process must not keep the program from ending. */
  #hold(busy: boolean): void {
    const stderr = this.#child.stderr as { ref?: () => void; unref?: () => void } | null;
    if (busy) {
      this.#child.ref();
      this.#child.channel?.ref();
      stderr?.ref?.();
    } else {
      this.#child.unref();
      this.#child.channel?.unref();
      stderr?.unref?.();
    }
  }
}

/** The process is gone; the message is what it wrote last. */
class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';
}

function toError(file_name: string, { name, message, remedy, cause }: ErrorMessage): Error {
  if (name === 'UnreadableDocumentError') {
    return new UnreadableDocumentError(message, {
      ...(remedy === undefined ? {} : { remedy }),
      ...(cause === undefined ? {} : { cause: new Error(cause) }),
    });
  }
  return unreadable(file_name, OUT_OF_MEMORY.test(message) ? 'too_much_memory' : 'crashed', {
    cause: new Error(`${name}: ${message}`),
  });
}
