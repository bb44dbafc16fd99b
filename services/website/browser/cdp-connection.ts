import type { Readable, Writable } from 'node:stream';
import { BROWSER_ANSWER_TIMEOUT_MILLISECONDS, MAX_MESSAGE_BYTES } from './limits.ts';

/** Parameters and results of the Chrome DevTools Protocol: what is taken out of them is checked where it is used. */
export type CdpObject = Readonly<Record<string, unknown>>;

/** Something that happened in the browser. */
export interface CdpEvent {
  readonly method: string;
  readonly params: CdpObject;
  /** The session of the page that it happened in; undefined for the browser itself. */
  readonly sessionId?: string;
}

/** The browser refused a command, did not answer in time, or is gone. */
export class BrowserFailure extends Error {
  override readonly name = 'BrowserFailure';
}

interface Waiting {
  readonly resolve: (result: CdpObject) => void;
  readonly reject: (error: BrowserFailure) => void;
  readonly timer: NodeJS.Timeout;
}

/** Ends each message on the pipe. */
const NUL = 0;

/**
 * Talks the Chrome DevTools Protocol with a browser over the two pipes of `--remote-debugging-pipe`: JSON messages, each ended by a zero byte. Nothing listens
 * on a port, so no other program can take the browser over.
 */
export class CdpConnection {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(event: CdpEvent) => void>();
  #chunks: Buffer[] = [];
  #bytes = 0;
  #lastId = 0;
  #closed: BrowserFailure | undefined;

  constructor(out: Writable, answers: Readable) {
    this.#out = out;
    out.on('error', (error) => this.close(`the browser takes no commands any more (${error.message})`));
    answers.on('data', (chunk: Buffer) => this.#take(chunk));
    answers.on('error', (error) => this.close(`the browser cannot be heard any more (${error.message})`));
    answers.on('close', () => this.close('the browser has ended'));
  }

  /** Whether nothing more can be sent. */
  get isClosed(): boolean {
    return this.#closed !== undefined;
  }

  /** Calls `listener` for every event until the function that it gives is called. */
  listen(listener: (event: CdpEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends a command to the browser, or to a page by its session, and gives the result. Rejects with {@link BrowserFailure}. */
  send(
    method: string,
    params: CdpObject = {},
    sessionId?: string,
    timeoutMilliseconds: number = BROWSER_ANSWER_TIMEOUT_MILLISECONDS,
  ): Promise<CdpObject> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#settle(id, new BrowserFailure(`the browser did not answer ${method} in ${timeoutMilliseconds} ms`)),
        timeoutMilliseconds,
      );
      this.#waiting.set(id, { resolve, reject, timer });
      this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  /** Fails all that waits for an answer, and everything from now on, for this reason. */
  close(reason: string): void {
    this.#closed ??= new BrowserFailure(reason);
    for (const id of [...this.#waiting.keys()]) this.#settle(id, this.#closed);
    this.#listeners.clear();
  }

  #settle(id: number, outcome: CdpObject | BrowserFailure): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    if (outcome instanceof BrowserFailure) waiting.reject(outcome);
    else waiting.resolve(outcome);
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(NUL); end >= 0; end = rest.indexOf(NUL)) {
      const message = Buffer.concat([...this.#chunks, rest.subarray(0, end)]).toString('utf8');
      this.#chunks = [];
      this.#bytes = 0;
      rest = rest.subarray(end + 1);
      this.#dispatch(JSON.parse(message));
    }
    this.#chunks.push(rest);
    this.#bytes += rest.length;
    if (this.#bytes <= MAX_MESSAGE_BYTES) return;
    this.#chunks = [];
    this.close(`the browser sent a message of more than ${MAX_MESSAGE_BYTES} bytes`);
  }

  #dispatch(message: CdpObject): void {
    const { id, error, result, method, params, sessionId } = message;
    if (typeof id === 'number')
      this.#settle(id, error === undefined ? asObject(result) : new BrowserFailure(textOf(asObject(error).message)));
    else if (typeof method === 'string') {
      const event: CdpEvent = { method, params: asObject(params), ...(typeof sessionId === 'string' && { sessionId }) };
      for (const listener of [...this.#listeners]) listener(event);
    }
  }
}

/** A member of a message that must be an object; an empty one where it is none. */
export function asObject(value: unknown): CdpObject {
  return typeof value === 'object' && value !== null ? (value as CdpObject) : {};
}

/** A member of a message that must be a text; an empty one where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
