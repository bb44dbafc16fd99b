import type { UseCounts } from '../../../contracts/index.ts';
import { bookCall } from '../../cost/book-call.ts';
import type { SpendMeter } from '../../cost/spend-meter.ts';
import type { ModelRequest, ModelTransport, ModelTurn, ModelUsage } from './model-transport.ts';

/**
 * Tokens that a provider adds to what it is sent: the frame of each message and, where an answer is asked for as a call of a tool, what explains tools to the model, which
 * takes a few hundred.
 */
const FRAME_TOKENS = 1_000;

/** Makes the way to a model whose calls are each booked before they are made, with their upper bound. */
export function meteredTransport(transport: ModelTransport, meter: SpendMeter): ModelTransport {
  return {
    ...transport,
    complete: (request) =>
      bookCall(meter, {
        at_most: upperBound(request),
        model: transport.model,
        send: () => transport.complete(request),
        used: ({ usage }) => useOf(usage),
      }),
  };
}

/**
 * The most tokens that a call can take. A token stands for a byte of UTF-8 at least, in every tokenizer that splits bytes, so that no text has more tokens than bytes; English has a
 * quarter of that. The answer ends at its limit.
 */
function upperBound({ rules, turns, schema, max_output_tokens }: ModelRequest): UseCounts {
  const sent = [rules, ...turns.map(textOf), schema === null ? '' : JSON.stringify(schema)];
  const bytes = sent.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { input_tokens: bytes + FRAME_TOKENS, output_tokens: max_output_tokens };
}

function textOf(turn: ModelTurn): string {
  return turn.role === 'assistant' ? turn.text : turn.blocks.map(({ text }) => text).join('\n');
}

function useOf({ input_tokens, output_tokens, cache_read_tokens, cache_write_tokens }: ModelUsage): UseCounts {
  return { input_tokens, output_tokens, cache_read_tokens, cache_write_tokens };
}
