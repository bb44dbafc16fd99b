import { DEFAULT_CALLS_AT_ONCE, DEFAULT_INPUT_TOKENS, DEFAULT_OUTPUT_TOKENS_PER_SECTION } from './limits.ts';

/** How much a model is given and may write. */
export interface ModelWriterSettings {
  /** Most tokens of sources in one call, by estimate. */
  readonly input_tokens: number;
  /** Most tokens that a call may write for each section it asks for, thinking included. */
  readonly max_output_tokens_per_section: number;
  /** Calls under way at once. */
  readonly calls_at_once: number;
}

/** What holds when nothing is configured. */
export const DEFAULT_MODEL_WRITER_SETTINGS: ModelWriterSettings = {
  input_tokens: DEFAULT_INPUT_TOKENS,
  max_output_tokens_per_section: DEFAULT_OUTPUT_TOKENS_PER_SECTION,
  calls_at_once: DEFAULT_CALLS_AT_ONCE,
};
