import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import { MAX_SHARED_BYTES } from './limits.ts';

/** Scripts and style sheets that several pages of a site ask for, fetched once. */
export class SharedAnswers {
  readonly #answers = new Map<string, Promise<FetchedResponse>>();
  #bytes = 0;

  /** The answer for a key that was fetched before, else what `fetch` gives. A failure is not kept, nor what is more than {@link MAX_SHARED_BYTES} together. */
  get(key: string, fetch: () => Promise<FetchedResponse>): Promise<FetchedResponse> {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = fetch();
    this.#answers.set(key, answer);
    answer.then(
      ({ bytes }) => {
        this.#bytes += bytes.length;
        if (this.#bytes > MAX_SHARED_BYTES) this.#answers.delete(key);
      },
      () => this.#answers.delete(key),
    );
    return answer;
  }
}
