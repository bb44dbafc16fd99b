import type { ModelAnswer, ModelTransport } from './model-transport.ts';

/** Longest wait for the answer of the check, in milliseconds: a model on the own machine may have to be loaded first. */
const CHECK_TIMEOUT_MS = 60_000;

/** Tokens that the answer of the check may have: some models think a little before their first word. */
const CHECK_OUTPUT_TOKENS = 64;

/**
 * Finds out by one call of a few tokens whether the model can be used: credentials, access to the model, the address. Any answer will do. Throws what
 * the transport throws.
 */
export async function checkModelAccess(transport: ModelTransport): Promise<ModelAnswer> {
  return transport.complete({
    rules: 'Answer with the one word OK.',
    turns: [{ role: 'user', blocks: [{ kind: 'instruction', text: 'Are you there?' }] }],
    schema: null,
    max_output_tokens: CHECK_OUTPUT_TOKENS,
    signal: AbortSignal.timeout(CHECK_TIMEOUT_MS),
  });
}
