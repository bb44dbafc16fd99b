import { generateBrief } from '../../../contracts/index.ts';

/**
 * Tokens of sources in one call, when nothing else is configured: 24,000 are about 12,000 words, twelve pages of an ordinary site and two
 * documents. Small enough for every context window there is, and four calls cost a third of a dollar at 3 dollars a million.
 */
export const DEFAULT_INPUT_TOKENS = 24_000;

/**
 * Tokens that a section's answer may take, when nothing else is configured: ten claims of 90 tokens (statement 45, two citations 35, keys 10)
 * are 900; the rest is room for a model that thinks before it writes. Bedrock deducts the whole limit from the quota when a call starts.
 */
export const DEFAULT_OUTPUT_TOKENS_PER_SECTION = 2_000;

/** Calls under way at once: two finish four groups in the time of two, and new accounts have quotas of few requests a minute. */
export const DEFAULT_CALLS_AT_ONCE = 2;

/** Kept back of the function's time for loading the sources, checking the claims, rendering and storing, in milliseconds. */
const OWN_WORK_MS = 30_000;

/** All calls of a brief together end within this, in milliseconds, repairs and retries included. */
export const WRITE_DEADLINE_MS = generateBrief.timeouts.function_seconds * 1_000 - OWN_WORK_MS;

/** One call ends within this, in milliseconds, the transport's own retries included. */
export const CALL_DEADLINE_MS = generateBrief.timeouts.sdk_seconds * 1_000;

/** ASCII characters that one token stands for: English prose has 4 to 4.5, names, addresses and JSON 2.5 to 3.5. The low end, because too much is an error and too little is not. */
export const ASCII_CHARACTERS_PER_TOKEN = 3;

/** Problems that a repair names: more than that are the same mistake again. */
export const MAX_PROBLEMS_NAMED = 12;
