import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Brief } from '../../../../contracts/index.ts';
import { assembleBrief } from '../../../../services/brief/assemble-brief.ts';
import { checkModelAccess } from '../../../../services/brief/model/check-model-access.ts';
import { createModelWriter } from '../../../../services/brief/model/model-writer.ts';
import { createChatTransport } from '../../../../services/brief/openai/chat-transport.ts';
import { briefContext } from '../../../fixtures/brief/context.ts';
import { lanternfishRequest } from '../../../fixtures/brief/lanternfish.ts';
import type { ChatReply, ChatServer } from '../../../support/model/chat-server.ts';
import { completion, serveChat } from '../../../support/model/chat-server.ts';
import { readPrompt } from '../../../support/model/read-prompt.ts';
import { ruleModel } from '../../../support/model/rule-model.ts';

const servers: ChatServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function transportWith(reply: Parameters<typeof serveChat>[0], api_key: string | null = null) {
  const server = await serveChat(reply);
  servers.push(server);
  return { server, transport: createChatTransport({ base_url: server.base_url, model: 'writer-small', api_key }) };
}

function failure(status: number, message: string): ChatReply {
  return { status, body: { error: { message, type: 'error' } } };
}

describe('a writer on an OpenAI-compatible endpoint', () => {
  it('writes a brief from the same prompt, and needs no key', async () => {
    // Prepare
    const { server, transport } = await transportWith(({ messages }) =>
      completion(
        `<think>hm</think>\n${JSON.stringify(
          ruleModel(
            readPrompt(
              messages
                .map(({ content }) => content)
                .join('\n')
                .replace(messages[0]?.content ?? '', ''),
            ),
          ),
        )}`,
      ),
    );

    // Act
    const draft = await createModelWriter({ transport }).write(lanternfishRequest);
    const brief = Brief.parse(assembleBrief(lanternfishRequest, draft, briefContext));

    // Assess
    expect(brief.sections.length).toBeGreaterThan(8);
    expect(draft.usage).toMatchObject({ input_tokens: 3_600, output_tokens: 600 });
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(server.requests[0]?.request).toMatchObject({ model: 'writer-small', max_tokens: expect.any(Number) });
    expect(server.requests[0]?.request.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  });
});

describe('an answer of an endpoint', () => {
  it.each([
    ['stop', 'done'],
    ['length', 'output_too_long'],
    ['content_filter', 'refused'],
    ['tool_calls', 'malformed'],
    ['something new', 'done'],
  ])('that finished for %s is %s', async (finish_reason, stop) => {
    const { transport } = await transportWith(() => completion('OK', { finish_reason }));
    expect(await checkModelAccess(transport)).toMatchObject({ stop, text: 'OK' });
  });

  it('with a refusal is refused', async () => {
    const { transport } = await transportWith(() => completion(null, { refusal: 'I would rather not.' }));
    expect(await checkModelAccess(transport)).toMatchObject({ stop: 'refused' });
  });

  it('is asked for with the key when there is one', async () => {
    const { server, transport } = await transportWith(() => completion('OK'), 'key-for-tests');
    await checkModelAccess(transport);
    expect(server.requests[0]?.authorization).toBe('Bearer key-for-tests');
  });

  it('is asked for by the newer name of the limit once the endpoint wants that', async () => {
    // Prepare
    const { server, transport } = await transportWith(({ max_tokens }) =>
      max_tokens === undefined
        ? completion('OK')
        : failure(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
    );

    // Act
    const answers = [await checkModelAccess(transport), await checkModelAccess(transport)];

    // Assess
    expect(answers.map(({ text }) => text)).toEqual(['OK', 'OK']);
    expect(server.requests.map(({ request }) => Object.keys(request).at(-1))).toEqual([
      'max_tokens',
      'max_completion_tokens',
      'max_completion_tokens',
    ]);
  });
});

describe('a failure of an endpoint', () => {
  it.each([
    [401, 'Incorrect API key', 'PermissionDeniedError', /OPENAI_API_KEY/],
    [403, 'no', 'PermissionDeniedError', /OPENAI_API_KEY/],
    [404, 'model not found', 'ConfigurationError', /OPENAI_MODEL/],
    [400, 'unknown field', 'ConfigurationError', /OPENAI_MODEL/],
    [429, 'insufficient_quota: check billing', 'QuotaExceededError', /credit/],
    [307, 'elsewhere', 'ConfigurationError', /address/],
  ])('%i %s is a %s at once', async (status, message, name, remedy) => {
    // Prepare
    const { server, transport } = await transportWith(() => failure(status, message));

    // Act and assess
    await expect(checkModelAccess(transport)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(`answered ${status}`),
      remedy: expect.stringMatching(remedy),
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ChatReply]>([
    ['429', failure(429, 'slow down')],
    ['503', failure(503, 'loading model')],
    ['a connection that breaks', null],
    ['JSON that is cut off', { status: 200, body: '{"choices": [' }],
    ['JSON of another kind', { status: 200, body: { hello: 'there' } }],
  ])('that passes is tried again, once: %s', async (_name, reply) => {
    // Prepare
    const once = await transportWith((_request, call) => (call === 0 ? reply : completion('OK')));
    const always = await transportWith(() => reply);

    // Act
    const settled = await Promise.allSettled([checkModelAccess(once.transport), checkModelAccess(always.transport)]);

    // Assess
    expect(settled).toMatchObject([{ value: { text: 'OK' } }, { reason: { name: 'TransientUpstreamError' } }]);
    expect(always.server.requests).toHaveLength(2);
  });

  it('by a length that the model cannot take in is a stop, not an error', async () => {
    const { transport } = await transportWith(() =>
      failure(400, "This model's maximum context length is 8192 tokens."),
    );
    expect(await checkModelAccess(transport)).toMatchObject({ stop: 'input_too_long' });
  });

  it('that is no server at all says where it was sought', async () => {
    // Prepare
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    nobody.close();
    const transport = createChatTransport({
      base_url: `http://127.0.0.1:${port}/v1`,
      model: 'writer-small',
      api_key: null,
    });

    // Act and assess
    await expect(checkModelAccess(transport)).rejects.toMatchObject({
      name: 'TransientUpstreamError',
      message: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+ gave no answer: .*ECONNREFUSED/),
      remedy: expect.stringContaining('See that the server'),
    });
  });
});
