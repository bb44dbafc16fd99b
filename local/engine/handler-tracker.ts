import type { LocalHandler } from './call-handler.ts';

/** Handlers by function name. */
type Handlers = Readonly<Record<string, LocalHandler>>;

/** Knows which calls of handlers have not come back. */
export class HandlerTracker {
  readonly #running = new Set<Promise<unknown>>();

  /** The same handlers, each call of which is known until it comes back, even when its attempt has ended. */
  track(handlers: Handlers): Handlers {
    return Object.fromEntries(
      Object.entries(handlers).map(([name, handler]): [string, LocalHandler] => [
        name,
        (event, context) => {
          const answer = handler(event, context);
          const settled = Promise.allSettled([answer]).finally(() => this.#running.delete(settled));
          this.#running.add(settled);
          return answer;
        },
      ]),
    );
  }

  /** Waits until all have come back, but no longer than the given milliseconds. */
  async settled(atMostMs: number): Promise<void> {
    const enough = new AbortController();
    await Promise.race([Promise.all(this.#running), passed(atMostMs, enough.signal)]);
    enough.abort();
  }
}

function passed(milliseconds: number, unlessAborted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    unlessAborted.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
