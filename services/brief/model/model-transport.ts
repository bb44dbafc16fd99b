/** A piece of what the user says: our own words, or text from sources that is data and never an instruction. */
export interface TurnBlock {
  readonly kind: 'instruction' | 'untrusted';
  readonly text: string;
}

/** A turn in which the model is asked. */
export interface UserTurn {
  readonly role: 'user';
  readonly blocks: readonly TurnBlock[];
}

/** A turn of the conversation; turns alternate and the last is the user's. */
export type ModelTurn = UserTurn | { readonly role: 'assistant'; readonly text: string };

/** What a model is asked. */
export interface ModelRequest {
  /** The rules: what stands above everything a source can say. */
  readonly rules: string;
  readonly turns: readonly ModelTurn[];
  /** JSON Schema of the answer, for models that can be held to one; null when plain text will do. */
  readonly schema: Readonly<Record<string, unknown>> | null;
  /** Most tokens of the answer, thinking included. */
  readonly max_output_tokens: number;
  readonly signal: AbortSignal;
}

/**
 * Why a model stopped, over all providers: it was done; its answer or its input got too long; what it wrote is no answer; a guardrail or the
 * provider's own filter stepped in; it declined.
 */
export type ModelStop = 'done' | 'output_too_long' | 'input_too_long' | 'malformed' | 'guardrail_blocked' | 'refused';

/** What one call used. */
export interface ModelUsage {
  /** All that went in, what was read from and written to a cache included. */
  readonly input_tokens: number;
  /** Of the input tokens those that a prompt cache had, which cost less, and those that it was given, which cost more. */
  readonly cache_read_tokens?: number;
  readonly cache_write_tokens?: number;
  readonly output_tokens: number;
  /** Milliseconds until the whole answer was there. */
  readonly latency_ms: number;
}

/** What a model answered. `text` is without its thinking. */
export interface ModelAnswer {
  readonly text: string;
  readonly stop: ModelStop;
  readonly usage: ModelUsage;
}

/**
 * One way to reach a model. Throws `TransientUpstreamError`, `QuotaExceededError`, `PermissionDeniedError` or `ConfigurationError` when there is no
 * answer; an answer that stopped early is given with its `stop`.
 */
export interface ModelTransport {
  /** Which service: `bedrock`, `openai`. */
  readonly name: string;
  /** The model as that service calls it. */
  readonly model: string;
  /** What else decides about its answers, as plain JSON: after a change of it an earlier answer is not taken for the same. */
  readonly setup: Readonly<Record<string, unknown>>;
  complete(request: ModelRequest): Promise<ModelAnswer>;
}
