import type { LogItem } from '@aws-lambda-powertools/logger';
import { Logger } from '@aws-lambda-powertools/logger';
import type { StepLogger } from './step-logger.ts';

/** Name under which all functions log. */
const SERVICE_NAME = 'interview-pipeline';

/** Takes one line of JSON. */
export type LineSink = (line: string) => void;

/** Powertools' logger with its lines going where we say: on a laptop standard output belongs to the person. */
class SinkLogger extends Logger {
  readonly #sink: LineSink;

  constructor(sink: LineSink) {
    super({ serviceName: SERVICE_NAME });
    this.#sink = sink;
  }

  protected override printLog(_logLevel: number, log: LogItem): void {
    log.prepareForPrint();
    this.#sink(JSON.stringify(log.getAttributes()));
  }
}

/** A logger of JSON lines in Powertools' form; without a sink they go to standard output, as Lambda wants them. */
export function createStepLogger(sink?: LineSink): StepLogger {
  const logger = sink ? new SinkLogger(sink) : new Logger({ serviceName: SERVICE_NAME });
  return {
    info: (message, fields) => logger.info(message, { ...fields }),
    warn: (message, fields) => logger.warn(message, { ...fields }),
    error: (message, fields) => logger.error(message, { ...fields }),
  };
}
