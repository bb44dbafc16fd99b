import { setTimeout as sleep } from 'node:timers/promises';
import type { LimitFunction } from 'p-limit';
import pLimit from 'p-limit';
import { MAX_CONCURRENT_PER_HOST } from '../limits.ts';

interface Gate {
  readonly limit: LimitFunction;
  delayMilliseconds: number;
  nextStart: number;
}

/** Lets only so many requests at once through to a host, and one after the other where the host asks for a pause between them. */
export class HostGate {
  readonly #gates = new Map<string, Gate>();

  /** From now on, one request at a time goes to `host`, and two of them start at least `seconds` apart. */
  setDelay(host: string, seconds: number): void {
    const gate = this.#gate(host);
    gate.delayMilliseconds = seconds * 1_000;
    gate.nextStart = Date.now() + gate.delayMilliseconds;
    gate.limit.concurrency = 1;
  }

  /** Runs a task when its host is free; rejects with the reason of `signal` when that aborts while waiting. */
  run<Result>(host: string, signal: AbortSignal, task: () => Promise<Result>): Promise<Result> {
    const gate = this.#gate(host);
    return gate.limit(async () => {
      const wait = gate.nextStart - Date.now();
      if (gate.delayMilliseconds > 0 && wait > 0) await sleep(wait, undefined, { signal });
      gate.nextStart = Date.now() + gate.delayMilliseconds;
      return task();
    });
  }

  #gate(host: string): Gate {
    const known = this.#gates.get(host);
    if (known !== undefined) return known;
    const gate: Gate = { limit: pLimit(MAX_CONCURRENT_PER_HOST), delayMilliseconds: 0, nextStart: 0 };
    this.#gates.set(host, gate);
    return gate;
  }
}
