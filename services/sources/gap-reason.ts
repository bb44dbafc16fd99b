import type { PipelineError } from '../../contracts/index.ts';

/** Longest reason of a gap, in characters (the contract allows 1,000). */
const MAX_REASON_CHARACTERS = 900;

/** What is wrong, without the remedy at its end: a gap says that beside it. */
export function gapReason({ message, remedy }: PipelineError): string {
  const reason = message.endsWith(` ${remedy}`) ? message.slice(0, -remedy.length).trimEnd() : message;
  return reason.slice(0, MAX_REASON_CHARACTERS);
}
