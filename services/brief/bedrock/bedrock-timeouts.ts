import { generateBrief } from '../../../contracts/index.ts';

/** Attempts that the SDK makes of one call: an answer takes up to two minutes, so that a third would not fit; longer waits are the state machine's. */
export const BEDROCK_MAX_ATTEMPTS = 2;

/** The wait between two attempts and the time to connect, at most, in milliseconds. */
const BETWEEN_ATTEMPTS_MS = 2_000;

/**
 * One attempt, in milliseconds, and at the same time the longest silence in the middle of an answer: what `sdk_seconds` of GenerateBrief gives two attempts each. Converse does not stream, so
 * that the first byte comes with the last; 119 seconds are enough for 8,000 tokens at 70 a second.
 */
export const BEDROCK_ATTEMPT_MS =
  Math.floor((generateBrief.timeouts.sdk_seconds * 1_000) / BEDROCK_MAX_ATTEMPTS) - BETWEEN_ATTEMPTS_MS / 2;

/** Longest time to connect, in milliseconds. */
export const BEDROCK_CONNECT_MS = 1_000;
