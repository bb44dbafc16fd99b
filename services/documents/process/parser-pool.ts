import { UnreadableDocumentError } from '../../../contracts/index.ts';
import { MAX_PARSER_PROCESSES, RETIRE_PARSER_RSS_MB } from '../limits.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import { unreadable } from '../unreadable.ts';
import type { ErrorMessage, ParseMessage } from './messages.ts';
import { ProcessFailure } from './process-failure.ts';
import { ProcessPool } from './process-pool.ts';
import type { ChildOptions } from './start-child.ts';

/** How the parsing processes are started. */
export type ParserOptions = Partial<Pick<ChildOptions, 'entry' | 'memory_guard'>>;

/** The file that a parsing process runs, unless a bundle names its own. */
const DEFAULT_ENTRY = new URL('./parser-child.ts', import.meta.url);

/** Share of the time after which a parser ends with the pages it has, so that they are there before the process is ended. */
const SOFT_SHARE = 0.8;

/** Parses documents side by side in a few processes. */
export class ParserPool {
  readonly #pool: ProcessPool<ParseMessage, ParsedDocument>;

  constructor({ entry = DEFAULT_ENTRY, ...options }: ParserOptions) {
    const child = { ...options, entry, retire_rss_mb: RETIRE_PARSER_RSS_MB };
    this.#pool = new ProcessPool(child, MAX_PARSER_PROCESSES);
  }

  /**
   * Parses a document by the deadline, waiting for a free process first. Throws `UnreadableDocumentError` when it cannot be read, takes too long, or takes the
   * process down; an abort throws the signal's reason.
   */
  async parse(
    message: Omit<ParseMessage, 'time_ms'>,
    timeLeft: () => number,
    signal?: AbortSignal,
  ): Promise<ParsedDocument> {
    const toRequest = () => {
      const time_ms = timeLeft();
      return { request: { ...message, time_ms: time_ms * SOFT_SHARE }, time_ms };
    };
    try {
      return await this.#pool.ask(toRequest, signal);
    } catch (error) {
      throw error instanceof ProcessFailure ? toError(message.file_name, error) : error;
    }
  }
}

function toError(file_name: string, failure: ProcessFailure): Error {
  const { kind, thrown, message } = failure;
  if (kind === 'not_started')
    return new Error(`The process that parses documents could not be started: ${message}.`, { cause: failure });
  if (kind === 'too_slow') return unreadable(file_name, 'too_slow', { more: message, cause: failure });
  if (thrown?.name === 'UnreadableDocumentError') return revive(thrown);
  return unreadable(file_name, kind === 'too_much_memory' ? 'too_much_memory' : 'crashed', { cause: failure });
}

function revive({ message, remedy, cause }: ErrorMessage): UnreadableDocumentError {
  return new UnreadableDocumentError(message, {
    ...(remedy === undefined ? {} : { remedy }),
    ...(cause === undefined ? {} : { cause: new Error(cause) }),
  });
}
