import type { ErrorMessage } from './messages.ts';

/** What can become of a request to a bounded process. */
export type ProcessFailureKind = 'not_started' | 'too_slow' | 'too_much_memory' | 'crashed' | 'failed';

/** What is said of running out of memory: by V8 when its heap is full, by typed arrays, by the C++ library, by WebAssembly. */
const OUT_OF_MEMORY = /out of memory|allocation failed|bad_alloc|cannot enlarge memory|OOM/i;

/** A request to a bounded process that came to nothing; whoever asked says what that means for what was asked. */
export class ProcessFailure extends Error {
  override readonly name = 'ProcessFailure';
  readonly kind: ProcessFailureKind;
  /** The error that the work threw, when it threw one. */
  readonly thrown: ErrorMessage | undefined;

  constructor(kind: ProcessFailureKind, message: string, details: { thrown?: ErrorMessage; cause?: unknown } = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.kind = kind;
    this.thrown = details.thrown;
  }
}

/** Whether a message tells of memory that ran out. */
export function tellsOfMemory(message: string): boolean {
  return OUT_OF_MEMORY.test(message);
}
