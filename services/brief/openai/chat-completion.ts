import { z } from 'zod';
import type { ModelAnswer, ModelRequest, ModelStop, ModelTurn } from '../model/model-transport.ts';

/** The part of a chat completion that is read; servers leave out what they do not know. */
const ChatCompletion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.number().int().nonnegative(), completion_tokens: z.number().int().nonnegative() })
    .nullish(),
});

/** What each finish reason means; others, and none, count as done. */
const STOPS: Readonly<Record<string, ModelStop>> = {
  length: 'output_too_long',
  content_filter: 'refused',
  // A model that calls a function although it was given none.
  tool_calls: 'malformed',
  function_call: 'malformed',
};

/** Thinking that some servers leave in the text, before the answer. */
const THINKING = /^\s*<think>[\s\S]*?<\/think>/;

/** The name of the field that bounds the answer: newer models of OpenAI refuse the older name, other servers know only that. */
export type LimitField = 'max_tokens' | 'max_completion_tokens';

/** The body of a chat completion request. No sampling parameters and no response format: what an endpoint supports of them differs, and the answer is validated anyway. */
export function chatRequest(request: ModelRequest, model: string, limitField: LimitField): Record<string, unknown> {
  return {
    model,
    messages: [{ role: 'system', content: request.rules }, ...request.turns.map(message)],
    [limitField]: request.max_output_tokens,
  };
}

function message(turn: ModelTurn): { role: string; content: string } {
  if (turn.role === 'assistant') return { role: 'assistant', content: turn.text };
  return { role: 'user', content: turn.blocks.map(({ text }) => text).join('\n\n') };
}

/** What a chat completion says, in the terms of every model; undefined when the JSON is none. */
export function chatAnswer(json: unknown, latency_ms: number): ModelAnswer | undefined {
  const parsed = ChatCompletion.safeParse(json);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || !choice) return undefined;
  const { usage } = parsed.data;
  return {
    text: (choice.message.content ?? '').replace(THINKING, ''),
    stop: choice.message.refusal ? 'refused' : (STOPS[choice.finish_reason ?? ''] ?? 'done'),
    usage: { input_tokens: usage?.prompt_tokens ?? 0, output_tokens: usage?.completion_tokens ?? 0, latency_ms },
  };
}
