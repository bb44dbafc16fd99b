/**
 * What writing with Bedrock needs, loaded together when first asked for: a run that writes without it does without these packages. The client is made
 * elsewhere. Its own handler speaks HTTP/2, where a request has no time limit of its own and a silent session ends after five minutes, longer than the
 * function may wait; over HTTP/1.1 each request has the limit it is given.
 */
export { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
export { NodeHttpHandler } from '@smithy/node-http-handler';
export { bedrockSettings } from './bedrock-settings.ts';
export { BEDROCK_ATTEMPT_MS, BEDROCK_CONNECT_MS, BEDROCK_MAX_ATTEMPTS } from './bedrock-timeouts.ts';
export { openBedrock } from './open-bedrock.ts';
