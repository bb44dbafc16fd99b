import pLimit from 'p-limit';
import { MAX_PARSER_PROCESSES, PARSER_IDLE_MS } from '../limits.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import type { ParseMessage } from './messages.ts';
import { ParserProcess } from './parser-process.ts';
import type { ChildOptions } from './start-child.ts';

/** Parses documents side by side in a few processes, which are started when needed, used again, and ended when idle. */
export class ParserPool {
  readonly #options: ChildOptions;
  readonly #slots = pLimit(MAX_PARSER_PROCESSES);
  readonly #idle: ParserProcess[] = [];
  #retirement: NodeJS.Timeout | undefined;

  constructor(options: ChildOptions) {
    this.#options = options;
  }

  /** Parses a document by the deadline, waiting for a free process first. Errors as {@link ParserProcess.parse}. */
  async parse(
    message: Omit<ParseMessage, 'time_ms'>,
    timeLeft: () => number,
    signal?: AbortSignal,
  ): Promise<ParsedDocument> {
    return this.#slots(async () => {
      signal?.throwIfAborted();
      clearTimeout(this.#retirement);
      const parser = this.#take();
      const time_ms = timeLeft();
      try {
        return await parser.parse({ ...message, time_ms: time_ms * SOFT_SHARE }, time_ms, signal);
      } finally {
        this.#giveBack(parser);
      }
    });
  }

  #take(): ParserProcess {
    for (let parser = this.#idle.pop(); parser !== undefined; parser = this.#idle.pop())
      if (parser.usable) return parser;
    return new ParserProcess(this.#options);
  }

  #giveBack(parser: ParserProcess): void {
    if (parser.usable) this.#idle.push(parser);
    this.#retirement = setTimeout(() => {
      for (const idle of this.#idle.splice(0)) idle.stop();
    }, PARSER_IDLE_MS).unref();
  }
}

/** Share of the time after which a parser ends with the pages it has, so that they are there before the process is ended. */
const SOFT_SHARE = 0.8;
