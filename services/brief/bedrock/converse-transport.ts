import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { TransientUpstreamError } from '../../../contracts/index.ts';
import { mapAwsError } from '../../aws/map-aws-error.ts';
import type { ModelAnswer, ModelRequest, ModelTransport } from '../model/model-transport.ts';
import type { BedrockSettings } from './bedrock-settings.ts';
import { converseAnswer } from './converse-answer.ts';
import { converseRequest } from './converse-request.ts';

/** What the way to Bedrock is made of. The region is the client's. */
export interface ConverseTransportOptions {
  readonly client: BedrockRuntimeClient;
  readonly settings: BedrockSettings;
}

/** How Bedrock says that a request is longer than the model's context: a 400 like any other, told apart by its words alone. */
const TOO_LONG = /too long|context (?:window|length)|maximum (?:number of )?(?:input )?tokens/i;

/** Makes the way to a model in Amazon Bedrock, by its Converse operation. */
export function createConverseTransport({ client, settings }: ConverseTransportOptions): ModelTransport {
  const { writer: _howMuch, ...setup } = settings;
  const { model_id } = setup;
  return {
    name: 'bedrock',
    model: modelLabel(model_id),
    setup,
    complete: async (request) => {
      const started = performance.now();
      const elapsed = () => Math.round(performance.now() - started);
      try {
        const output = await client.send(new ConverseCommand(converseRequest(request, settings)), {
          abortSignal: request.signal,
        });
        return converseAnswer(output, elapsed());
      } catch (error) {
        if (isTooLong(error)) return tooLong(elapsed());
        throw declared(error, request, `${model_id} in ${await regionOf(client)}`);
      }
    },
  };
}

/** A model's name for the reader: of an ARN only what comes after region and account. */
export function modelLabel(modelId: string): string {
  return modelId.replace(/^arn:[^:]*:bedrock:[^:]*:[^:]*:/, '');
}

/** The region for a message; a client that has none fails with that, and the message of its error says so. */
async function regionOf(client: BedrockRuntimeClient): Promise<string> {
  try {
    return await client.config.region();
  } catch {
    return 'no region';
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationException' && TOO_LONG.test(error.message);
}

function tooLong(latency_ms: number): ModelAnswer {
  return { text: '', stop: 'input_too_long', usage: { input_tokens: 0, output_tokens: 0, latency_ms } };
}

function declared(error: unknown, { signal }: ModelRequest, resource: string): unknown {
  if (signal.aborted)
    return new TransientUpstreamError(`bedrock:InvokeModel on ${resource} did not answer in time.`, { cause: error });
  return mapAwsError(error, { action: 'bedrock:InvokeModel', resource });
}
