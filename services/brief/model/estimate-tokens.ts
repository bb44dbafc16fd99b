import { ASCII_CHARACTERS_PER_TOKEN } from './limits.ts';

/** Every other script is counted a token a character: Chinese, Japanese and Korean come near that, Cyrillic and accents stay below. */
const NOT_ASCII = /[^\p{ASCII}]/gu;

/** Estimates the tokens of a text, on the high side. No tokenizer is used: each model has its own, and those of the newest models are not published. */
export function estimateTokens(text: string): number {
  const others = text.match(NOT_ASCII)?.length ?? 0;
  return others + Math.ceil((text.length - others) / ASCII_CHARACTERS_PER_TOKEN);
}
