type Listener = (event: { readonly data: unknown }) => void;

/** What pdf.js's worker sends when it hands over a stretch of a page's operators. */
interface OperatorMessage {
  readonly chunk: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
}

/**
 * The port between pdf.js and its worker where both run on one thread. The one that pdf.js makes for itself copies each message deeply, every letter and every matrix of
 * a page, a tenth of the time that a page of text takes. Here the operators of a page are handed over as they are, but for the two lists that hold them, which
 * the worker empties and fills again. All other messages are copied as there.
 */
export class SameThreadPort {
  readonly #listeners = new Set<Listener>();

  /** Hands a message to the listeners once the running code is done. */
  postMessage(message: unknown, transfer?: ArrayBuffer[]): void {
    const data = isOperatorMessage(message)
      ? withOwnLists(message)
      : structuredClone(message, transfer === undefined ? undefined : { transfer });
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  /** Adds a listener, until the signal is aborted. */
  addEventListener(_name: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  /** Removes a listener. */
  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

function isOperatorMessage(message: unknown): message is OperatorMessage {
  if (typeof message !== 'object' || message === null || !('chunk' in message)) return false;
  const { chunk } = message;
  return typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk && 'argsArray' in chunk;
}

function withOwnLists(message: OperatorMessage): OperatorMessage {
  const { chunk } = message;
  return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
}
