import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ErrorMessage, ProcessAnswer } from './messages.ts';
import { ProcessFailure, tellsOfMemory } from './process-failure.ts';
import type { ChildOptions } from './start-child.ts';
import { startChild } from './start-child.ts';

/** Characters kept of what a failing process wrote. */
const MAX_COMPLAINT_CHARACTERS = 2_000;

const BYTES_PER_MB = 1_048_576;

/** A process bounded in memory and time that takes one request at a time. */
export class BoundedProcess<Request extends object, Result> {
  readonly #child: ChildProcess;
  readonly #retire_bytes: number;
  #complaint = '';
  #ready = false;
  #ended = false;

  constructor(options: ChildOptions) {
    this.#child = startChild(options);
    this.#retire_bytes = options.retire_rss_mb * BYTES_PER_MB;
    this.#child.on('error', (error) => this.#end(error.message));
    this.#child.on('exit', () => this.#end(''));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-MAX_COMPLAINT_CHARACTERS);
    });
    this.#hold(false);
  }

  /** Whether it can take another request. */
  get usable(): boolean {
    return !this.#ended;
  }

  /**
   * Has a request worked on. Throws `ProcessFailure` when that fails, takes longer than `time_ms`, or takes the process down, after which it is
   * not usable any more; an abort throws the signal's reason.
   */
  async ask(request: Request, time_ms: number, signal?: AbortSignal): Promise<Result> {
    this.#hold(true);
    try {
      const answer = await this.#answer(request, time_ms, signal);
      if (answer.rss_bytes > this.#retire_bytes) this.stop();
      if (answer.kind === 'done') return answer.result;
      throw failureOf(answer.error);
    } finally {
      this.#hold(false);
    }
  }

  /** Ends the process, whatever it does. */
  stop(): void {
    this.#ended = true;
    this.#child.kill('SIGKILL');
  }

  async #answer(
    request: Request,
    time_ms: number,
    signal?: AbortSignal,
  ): Promise<Exclude<ProcessAnswer<Result>, { kind: 'ready' }>> {
    const time = AbortSignal.timeout(time_ms);
    const stop = signal === undefined ? time : AbortSignal.any([time, signal]);
    try {
      if (!this.#ready) await this.#next(stop);
      this.#ready = true;
      this.#child.send(request);
      const answer = await this.#next(stop);
      if (answer.kind === 'ready') throw new Error('The bounded process answered out of turn.');
      return answer;
    } catch (error) {
      this.stop();
      signal?.throwIfAborted();
      if (time.aborted)
        throw new ProcessFailure('too_slow', `more than ${Math.round(time_ms / 1_000)} s`, { cause: error });
      throw error instanceof ProcessEnded ? this.#toFailure(error) : error;
    }
  }

  /** The next answer, or the end of the process. */
  async #next(stop: AbortSignal): Promise<ProcessAnswer<Result>> {
    const done = new AbortController();
    const signal = AbortSignal.any([stop, done.signal]);
    try {
      const ended = once(this.#child, 'close', { signal }).then(() => {
        throw new ProcessEnded(this.#complaint);
      });
      const answered = once(this.#child, 'message', { signal }).then(([answer]) => answer as ProcessAnswer<Result>);
      return await Promise.race([answered, ended]);
    } finally {
      done.abort();
    }
  }

  /** A process that ends before it was ready is a fault of ours; one that ends over a request, the request's. */
  #toFailure(cause: ProcessEnded): ProcessFailure {
    if (!this.#ready) return new ProcessFailure('not_started', cause.message || 'it ended at once', { cause });
    const killed_by_limit = tellsOfMemory(this.#complaint) || this.#child.signalCode === 'SIGKILL';
    return new ProcessFailure(killed_by_limit ? 'too_much_memory' : 'crashed', cause.message, { cause });
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

function failureOf(thrown: ErrorMessage): ProcessFailure {
  const kind = tellsOfMemory(thrown.message) ? 'too_much_memory' : 'failed';
  return new ProcessFailure(kind, `${thrown.name}: ${thrown.message}`, { thrown });
}
