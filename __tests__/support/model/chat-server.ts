import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** A chat completion request in the part that this product sends: what is not here is refused. */
const ChatRequest = z.strictObject({
  model: z.string().min(1),
  messages: z
    .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string().min(1) }))
    .min(2),
  max_tokens: z.number().int().positive().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
});

/** A chat completion request. */
export type ChatRequest = z.infer<typeof ChatRequest>;

/** What the server answers: a status and a JSON or text body, or `null` for a connection that breaks. */
export type ChatReply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
} | null;

/** An endpoint on loopback. */
export interface ChatServer {
  readonly base_url: string;
  readonly requests: readonly { readonly request: ChatRequest; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** Serves chat completions on loopback. `reply` is told the request and how many came before. */
export async function serveChat(reply: (request: ChatRequest, call: number) => ChatReply): Promise<ChatServer> {
  const requests: { request: ChatRequest; authorization: string | undefined }[] = [];
  const server = createServer(async (incoming, response) => {
    const parsed = ChatRequest.safeParse(JSON.parse(await text(incoming)));
    if (incoming.url !== '/v1/chat/completions' || !parsed.success) {
      response.writeHead(404).end(JSON.stringify({ error: parsed.error?.message ?? `no such path: ${incoming.url}` }));
      return;
    }
    requests.push({ request: parsed.data, authorization: incoming.headers.authorization });
    const answer = reply(parsed.data, requests.length - 1);
    if (answer === null) response.destroy();
    else
      response
        .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
        .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The body of a completion with this text. */
export function completion(content: string | null, more: { finish_reason?: string; refusal?: string } = {}): ChatReply {
  const { finish_reason = 'stop', refusal } = more;
  return {
    status: 200,
    body: {
      id: 'chat-1',
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content, ...(refusal === undefined ? {} : { refusal }) },
          finish_reason,
        },
      ],
      usage: { prompt_tokens: 900, completion_tokens: 150, total_tokens: 1_050 },
    },
  };
}
