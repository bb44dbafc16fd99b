import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionRow, StateProgress, TaskState } from '../../contracts/index.ts';
import type { SessionStore } from '../../services/sessions/session-store.ts';

/** Milliseconds between two looks at a row: quick enough to look live, and a read takes a tenth of a millisecond. */
const LOOK_INTERVAL_MS = 80;

/** States that come after a state: when one of them has begun, the state will not run any more. */
const LATER: Readonly<Partial<Record<TaskState, readonly TaskState[]>>> = {
  ScrapeCompany: ['AnalyzeWithComprehend'],
  ParseDocuments: ['AnalyzeWithComprehend'],
};

/** Waits for the end of one state. */
interface Waiter {
  readonly state: TaskState;
  readonly onProgress: (progress: StateProgress) => void;
  readonly resolve: (end: StateProgress | undefined) => void;
}

/** Follows a session by its row, the way any client does. */
export class SessionWatch {
  readonly #sessions: SessionStore;
  readonly #sessionId: string;
  readonly #waiters = new Set<Waiter>();
  #row: SessionRow | undefined;
  #over = false;

  constructor(sessions: SessionStore, sessionId: string) {
    this.#sessions = sessions;
    this.#sessionId = sessionId;
  }

  /** Looks again and again until the run has ended, and gives the last row. Rejects as `end` does. */
  async run(end: Promise<void>): Promise<SessionRow | undefined> {
    try {
      let running = true;
      const ended = end.finally(() => {
        running = false;
      });
      while (running) {
        await this.#look();
        await Promise.race([sleep(LOOK_INTERVAL_MS), ended]);
      }
      await this.#look();
      return this.#row;
    } finally {
      this.#over = true;
      for (const waiter of this.#waiters) waiter.resolve(this.#row?.progress[waiter.state]);
    }
  }

  /** Waits until a state has ended, telling `onProgress` on the way; undefined when the run went on or ended without it. */
  stateEnd(state: TaskState, onProgress: (progress: StateProgress) => void): Promise<StateProgress | undefined> {
    return new Promise((resolve) => {
      const waiter = { state, onProgress, resolve };
      this.#waiters.add(waiter);
      // States are waited for one after the other: this one may have ended while another was waited for.
      if (this.#row) this.#tell(waiter, this.#row);
      if (this.#over) resolve(this.#row?.progress[state]);
    });
  }

  async #look(): Promise<void> {
    const row = await this.#sessions.get(this.#sessionId);
    if (row === undefined || JSON.stringify(row) === JSON.stringify(this.#row)) return;
    this.#row = row;
    for (const waiter of [...this.#waiters]) this.#tell(waiter, row);
  }

  /** A failed state may be tried again, so only a success or a later state is its end. */
  #tell(waiter: Waiter, row: SessionRow): void {
    const progress = row.progress[waiter.state];
    if (progress) waiter.onProgress(progress);
    const passed = LATER[waiter.state]?.some((later) => row.progress[later] !== undefined) ?? false;
    if (progress?.status !== 'succeeded' && !passed) return;
    this.#waiters.delete(waiter);
    waiter.resolve(progress);
  }
}
