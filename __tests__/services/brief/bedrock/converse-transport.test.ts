import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createConverseTransport, modelLabel } from '../../../../services/brief/bedrock/converse-transport.ts';
import { checkModelAccess } from '../../../../services/brief/model/check-model-access.ts';
import { bedrockClient, MODEL_ID, settingsWith } from '../../../support/aws-protocol/bedrock/bedrock-client.ts';
import type { ConverseServer, ServedModel } from '../../../support/aws-protocol/bedrock/converse-server.ts';
import { serveConverse } from '../../../support/aws-protocol/bedrock/converse-server.ts';
import type { Mishap } from '../../../support/aws-protocol/mishap.ts';

const servers: ConverseServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function transportWith(model: ServedModel = () => ({ text: 'OK' }), attempt_ms?: number) {
  const server = await serveConverse(model);
  servers.push(server);
  const client = bedrockClient(server.endpoint, attempt_ms);
  return { server, transport: createConverseTransport({ client, settings: settingsWith() }) };
}

function failing(status: number, type: string, message = 'no further words'): Mishap {
  return { kind: 'error', status, type, message };
}

describe('an answer of Converse', () => {
  it.each([
    ['end_turn', 'done'],
    ['tool_use', 'done'],
    ['stop_sequence', 'done'],
    ['max_tokens', 'output_too_long'],
    ['model_context_window_exceeded', 'input_too_long'],
    ['guardrail_intervened', 'guardrail_blocked'],
    ['content_filtered', 'refused'],
    ['refusal', 'refused'],
    ['malformed_model_output', 'malformed'],
    ['malformed_tool_use', 'malformed'],
    ['a_reason_of_tomorrow', 'done'],
  ])('that stopped for %s is %s', async (stopReason, stop) => {
    const { transport } = await transportWith(() => ({ text: 'OK', stopReason }));
    expect(await checkModelAccess(transport)).toMatchObject({ stop, text: 'OK' });
  });

  it('is its text without the thoughts, with tokens and time', async () => {
    const { transport } = await transportWith();
    expect(await checkModelAccess(transport)).toEqual({
      text: 'OK',
      stop: 'done',
      usage: { input_tokens: 1_000, output_tokens: 200, latency_ms: 1_500 },
    });
  });

  it('may be none at all', async () => {
    const { transport } = await transportWith(() => ({ text: '', stopReason: 'content_filtered' }));
    expect(await checkModelAccess(transport)).toMatchObject({ text: '', stop: 'refused' });
  });

  it.each([
    'Input is too long for requested model.',
    'prompt is too long: 210000 tokens > 200000 maximum',
    'This exceeds the context window of 8192 tokens',
  ])('that refuses the length of the request is a stop, not an error: %s', async (message) => {
    const { server, transport } = await transportWith();
    server.mishap(failing(400, 'ValidationException', message));
    expect(await checkModelAccess(transport)).toMatchObject({ stop: 'input_too_long' });
  });
});

describe('an error of Converse', () => {
  it.each([
    [
      403,
      'AccessDeniedException',
      'User is not authorized to perform: bedrock:InvokeModel',
      'PermissionDeniedError',
      /every region it routes to/,
    ],
    [
      403,
      'AccessDeniedException',
      "You don't have access to the model with the specified model ID.",
      'PermissionDeniedError',
      /Open the model once/,
    ],
    [
      404,
      'ResourceNotFoundException',
      'FTUFormNotFilled: Model use case details have not been submitted',
      'PermissionDeniedError',
      /Submit the use case details/,
    ],
    [
      404,
      'ResourceNotFoundException',
      'Could not resolve the foundation model',
      'ConfigurationError',
      /BEDROCK_MODEL_ID/,
    ],
    [403, 'UnrecognizedClientException', 'The security token is invalid', 'PermissionDeniedError', /credentials/],
    [403, 'ExpiredTokenException', 'The security token is expired', 'PermissionDeniedError', /credentials/],
    [
      400,
      'ValidationException',
      "Invocation with on-demand throughput isn't supported",
      'ConfigurationError',
      /inference profile/,
    ],
    [
      400,
      'ValidationException',
      'The provided model identifier is invalid.',
      'ConfigurationError',
      /inference profile/,
    ],
    [400, 'ValidationException', 'temperature is not supported', 'ConfigurationError', /BEDROCK_INFERENCE_PARAMETERS/],
    [
      429,
      'ThrottlingException',
      'Too many tokens per day, please wait before trying again.',
      'QuotaExceededError',
      /tomorrow/,
    ],
    [400, 'ServiceQuotaExceededException', 'quota', 'QuotaExceededError', /quota/i],
    [424, 'ModelErrorException', 'The model failed', 'TransientUpstreamError', /run it again/],
  ])('%i %s (%s) is a %s that says what to do', async (status, type, message, name, remedy) => {
    // Prepare
    const { server, transport } = await transportWith();
    server.mishap(...[0, 1].map(() => failing(status, type, message)));

    // Act and assess
    await expect(checkModelAccess(transport)).rejects.toMatchObject({ name, remedy: expect.stringMatching(remedy) });
  });

  it('that refuses names the action, the model and the region', async () => {
    const { server, transport } = await transportWith();
    server.mishap(failing(403, 'AccessDeniedException', 'no'));
    await expect(checkModelAccess(transport)).rejects.toThrow(
      `AWS refused bedrock:InvokeModel on ${MODEL_ID} in eu-west-1`,
    );
  });

  it.each([
    [429, 'ThrottlingException'],
    [429, 'ModelNotReadyException'],
    [503, 'ServiceUnavailableException'],
    [500, 'InternalServerException'],
    [408, 'ModelTimeoutException'],
  ])('%i %s passes: once it is tried again, twice it is a TransientUpstreamError', async (status, type) => {
    // Prepare
    const once = await transportWith();
    const twice = await transportWith();
    once.server.mishap(failing(status, type));
    twice.server.mishap(failing(status, type), failing(status, type));

    // Act
    const settled = await Promise.allSettled([checkModelAccess(once.transport), checkModelAccess(twice.transport)]);

    // Assess: ModelTimeoutException is one the SDK does not try again by itself.
    const retried = once.server.requests() === 2;
    expect(retried || type === 'ModelTimeoutException').toBe(true);
    expect(settled[0].status).toBe(retried ? 'fulfilled' : 'rejected');
    expect(settled[1]).toMatchObject({ reason: { name: 'TransientUpstreamError' } });
  });

  it.each([
    ['a connection that is cut', { kind: 'cut_connection' }],
    ['an answer with half of its JSON', { kind: 'truncate' }],
    ['no answer at all', { kind: 'hang' }],
    ['an answer that stops in the middle', { kind: 'stall' }],
  ] as const)('by %s is a TransientUpstreamError', async (_name, mishap) => {
    // Prepare
    const { server, transport } = await transportWith(undefined, 150);
    server.mishap(mishap, mishap);

    // Act and assess
    await expect(checkModelAccess(transport)).rejects.toMatchObject({ name: 'TransientUpstreamError' });
  });

  it('does not come from an answer that is slow but in time', async () => {
    const { server, transport } = await transportWith();
    server.mishap({ kind: 'delay', milliseconds: 100 });
    expect(await checkModelAccess(transport)).toMatchObject({ text: 'OK' });
  });

  it('comes when the caller gives up, without another attempt', async () => {
    // Prepare
    const { server, transport } = await transportWith();
    server.mishap({ kind: 'hang' });
    const caller = new AbortController();

    // Act
    const asked = transport.complete({
      rules: 'Be short.',
      turns: [{ role: 'user', blocks: [{ kind: 'instruction', text: 'Hello' }] }],
      schema: null,
      max_output_tokens: 5,
      signal: caller.signal,
    });
    while (server.requests() === 0) await delay(10);
    caller.abort(new DOMException('The step has no time left.', 'TimeoutError'));

    // Assess
    await expect(asked).rejects.toMatchObject({
      name: 'TransientUpstreamError',
      message: expect.stringContaining('did not answer in time'),
    });
    expect(server.requests()).toBe(1);
  });
});

describe('the name of a model', () => {
  it.each([
    ['eu.example.writer-2-v1:0', 'eu.example.writer-2-v1:0'],
    [
      'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abc123',
      'application-inference-profile/abc123',
    ],
    [
      'arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:inference-profile/us.example.writer-2-v1:0',
      'inference-profile/us.example.writer-2-v1:0',
    ],
  ])('of %s is %s', (id, label) => {
    expect(modelLabel(id)).toBe(label);
  });
});
