import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { BedrockSettings } from '../../../../services/brief/bedrock/bedrock-settings.ts';
import { bedrockSettings } from '../../../../services/brief/bedrock/bedrock-settings.ts';
import { clientSettings } from '../client-settings.ts';

/** The inference profile that tests name. */
export const MODEL_ID = 'eu.example.writer-2-v1:0';

/** The SDK's client against a server on loopback, over HTTP/1.1 as in production, giving up after `attempt_ms`. */
export function bedrockClient(endpoint: string, attempt_ms = 5_000): BedrockRuntimeClient {
  const requestHandler = new NodeHttpHandler({
    requestTimeout: attempt_ms,
    throwOnRequestTimeout: true,
    socketTimeout: attempt_ms,
  });
  return new BedrockRuntimeClient({ ...clientSettings(endpoint), requestHandler });
}

/** Settings as the environment would give them, with one call at a time so that their order is known. */
export function settingsWith(environment: Readonly<Record<string, string>> = {}): BedrockSettings {
  return bedrockSettings({ BEDROCK_MODEL_ID: MODEL_ID, BEDROCK_CALLS_AT_ONCE: '1', ...environment });
}
