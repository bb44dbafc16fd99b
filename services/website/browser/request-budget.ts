import { MAX_BYTES_PER_RENDER, MAX_REQUESTS_PER_RENDER } from './limits.ts';

/** What the requests of one page may still cost, and how many of them are under way. */
export class RequestBudget {
  #requests = 0;
  #bytes = 0;
  #open = 0;
  #quietSince = performance.now();
  #refused = 0;

  /** Requests that were not answered because the budget was used up. */
  get refused(): number {
    return this.#refused;
  }

  /** Takes one request; false when there is none left. */
  start(): boolean {
    if (this.#requests >= MAX_REQUESTS_PER_RENDER || this.#bytes >= MAX_BYTES_PER_RENDER) {
      this.#refused += 1;
      return false;
    }
    this.#requests += 1;
    this.#open += 1;
    return true;
  }

  /** Takes note that a request has its answer, of so many bytes. */
  end(bytes: number): void {
    this.#bytes += bytes;
    this.#open -= 1;
    this.#quietSince = performance.now();
  }

  /** Milliseconds since the last answer; 0 while one is missing. */
  get quietMilliseconds(): number {
    return this.#open > 0 ? 0 : performance.now() - this.#quietSince;
  }
}
