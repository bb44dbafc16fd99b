import type { ContentBlock, ConverseCommandOutput, StopReason } from '@aws-sdk/client-bedrock-runtime';
import type { ModelAnswer, ModelStop, ModelUsage } from '../model/model-transport.ts';

/** What each stop reason of Converse means; `refusal` is one of the Messages API that models hand through. */
const STOPS: Readonly<Record<StopReason | 'refusal', ModelStop>> = {
  end_turn: 'done',
  tool_use: 'done',
  stop_sequence: 'done',
  max_tokens: 'output_too_long',
  model_context_window_exceeded: 'input_too_long',
  guardrail_intervened: 'guardrail_blocked',
  content_filtered: 'refused',
  refusal: 'refused',
  malformed_model_output: 'malformed',
  malformed_tool_use: 'malformed',
};

/**
 * What Converse answered, in the terms of every model. Thinking is skipped. A stop reason that nobody knows yet counts as done: reading the answer
 * shows whether it is one.
 *
 * @param elapsed_ms the time measured here, for an answer that does not bring its own
 */
export function converseAnswer(output: ConverseCommandOutput, elapsed_ms: number): ModelAnswer {
  const stop = output.stopReason;
  return {
    text: (output.output?.message?.content ?? []).map(textOf).join(''),
    stop: stop !== undefined && Object.hasOwn(STOPS, stop) ? STOPS[stop] : 'done',
    usage: {
      input_tokens: inputTokens(output.usage),
      ...cachedTokens(output.usage),
      output_tokens: output.usage?.outputTokens ?? 0,
      latency_ms: Math.round(output.metrics?.latencyMs ?? elapsed_ms),
    },
  };
}

/** All tokens that went in, those read from or written to a cache included. */
function inputTokens(usage: ConverseCommandOutput['usage']): number {
  return (usage?.inputTokens ?? 0) + (usage?.cacheReadInputTokens ?? 0) + (usage?.cacheWriteInputTokens ?? 0);
}

/** Absent where there is no cache: nearly every answer. */
function cachedTokens(
  usage: ConverseCommandOutput['usage'],
): Pick<ModelUsage, 'cache_read_tokens' | 'cache_write_tokens'> {
  const { cacheReadInputTokens: read = 0, cacheWriteInputTokens: written = 0 } = usage ?? {};
  return { ...(read > 0 && { cache_read_tokens: read }), ...(written > 0 && { cache_write_tokens: written }) };
}

function textOf(block: ContentBlock): string {
  if (block.text !== undefined) return block.text;
  return block.toolUse === undefined ? '' : JSON.stringify(block.toolUse.input ?? null);
}
