import type { StepLogger } from '../../step-logger.ts';
import type { BriefWriter } from '../brief-writer.ts';
import type { ModelTransport } from '../model/model-transport.ts';
import { createBedrockWriter } from './bedrock-writer.ts';
import type { ConverseTransportOptions } from './converse-transport.ts';
import { createConverseTransport } from './converse-transport.ts';

/** A model in Amazon Bedrock that is ready to be used. */
export interface BedrockModel {
  /** The way to it, to find out whether it may be used. */
  readonly transport: ModelTransport;
  /** The writer that works with it. */
  writer(logger: StepLogger): BriefWriter;
}

/** Makes a model ready. */
export function openBedrock(options: ConverseTransportOptions): BedrockModel {
  return {
    transport: createConverseTransport(options),
    writer: (logger) => createBedrockWriter({ ...options, logger }),
  };
}
