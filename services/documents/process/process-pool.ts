import pLimit from 'p-limit';
import { BoundedProcess } from './bounded-process.ts';
import type { ChildOptions } from './start-child.ts';

/** Milliseconds an unused process is kept for the next request of the run. */
const IDLE_MS = 10_000;

/** Has requests worked on side by side in a few bounded processes, which are started when needed, used again, and ended when idle. */
export class ProcessPool<Request extends object, Result> {
  readonly #options: ChildOptions;
  readonly #slots: ReturnType<typeof pLimit>;
  readonly #idle: BoundedProcess<Request, Result>[] = [];
  #retirement: NodeJS.Timeout | undefined;

  constructor(options: ChildOptions, processes: number) {
    this.#options = options;
    this.#slots = pLimit(processes);
  }

  /**
   * Has a request worked on as soon as a process is free. `toRequest` is asked then for the request and the milliseconds that it may take, and may
   * throw when no time is left. Throws as {@link BoundedProcess.ask}.
   */
  async ask(
    toRequest: () => { readonly request: Request; readonly time_ms: number },
    signal?: AbortSignal,
  ): Promise<Result> {
    return this.#slots(async () => {
      signal?.throwIfAborted();
      const { request, time_ms } = toRequest();
      clearTimeout(this.#retirement);
      const taken = this.#take();
      try {
        return await taken.ask(request, time_ms, signal);
      } finally {
        this.#giveBack(taken);
      }
    });
  }

  #take(): BoundedProcess<Request, Result> {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) if (idle.usable) return idle;
    return new BoundedProcess(this.#options);
  }

  #giveBack(used: BoundedProcess<Request, Result>): void {
    if (used.usable) this.#idle.push(used);
    clearTimeout(this.#retirement);
    this.#retirement = setTimeout(() => {
      for (const idle of this.#idle.splice(0)) idle.stop();
    }, IDLE_MS).unref();
  }
}
