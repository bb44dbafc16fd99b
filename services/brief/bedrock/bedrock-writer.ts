import type { StepLogger } from '../../step-logger.ts';
import type { BriefWriter } from '../brief-writer.ts';
import { createModelWriter } from '../model/model-writer.ts';
import type { ConverseTransportOptions } from './converse-transport.ts';
import { createConverseTransport } from './converse-transport.ts';

/** What the Bedrock writer is made of. */
export interface BedrockWriterOptions extends ConverseTransportOptions {
  readonly logger?: StepLogger;
}

/** Makes the writer that has a model in Amazon Bedrock write. Errors as {@link BriefWriter} has them, and `ConfigurationError` for a model or setting that Bedrock does not take. */
export function createBedrockWriter({ client, settings, logger }: BedrockWriterOptions): BriefWriter {
  return createModelWriter({
    transport: createConverseTransport({ client, settings }),
    settings: settings.writer,
    ...(logger === undefined ? {} : { logger }),
  });
}
