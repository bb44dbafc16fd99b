import type { PipelineStatusResponse, SessionStatus } from '../../../contracts/index.ts';
import { counted, timeTaken } from './format.ts';
import type { NodeState, NodeStatus } from './run-state.ts';

/** Where a run stands, in words. */
export const RUN_WORDS: Readonly<Record<SessionStatus, string>> = {
  QUEUED: 'Queued',
  RUNNING: 'Running',
  SUCCEEDED: 'Done',
  FAILED: 'Failed',
  TIMED_OUT: 'Timed out',
  ABORTED: 'Stopped',
};

/** What has become of a state, in words. */
export const STATE_WORDS: Readonly<Record<NodeStatus, string>> = {
  pending: 'Waiting',
  running: 'Running',
  retrying: 'Trying again',
  done: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
  skipped: 'Skipped',
};

/** Counts that say something to whoever watches, with the noun of one; the others are for programs. */
const TOLD_COUNTS: Readonly<Record<string, string>> = {
  pages: 'page',
  documents: 'document',
  entities: 'name',
  claims: 'statement',
  gaps: 'gap',
};

/** What a state counted, how often it was called, and whether it had to be: "12 pages · 2 attempts". */
export function detailOf({ counts, attempts, reused, status, error }: NodeState): string {
  const told = Object.entries(TOLD_COUNTS).flatMap(([name, noun]) => {
    const count = counts[name];
    return count === undefined || (count === 0 && name === 'gaps') ? [] : [counted(count, noun)];
  });
  const tries = attempts > 1 ? [counted(attempts, 'attempt')] : [];
  const failed = error !== undefined && (status === 'failed' || status === 'retrying') ? [error] : [];
  return [...failed, ...tries, ...(reused ? ['kept from before'] : []), ...told].join(' · ');
}

/** A state in a sentence, for whoever hears it: "ScrapeCompany: done in 3.2 s, 12 pages". */
export function sentenceOf(name: string, state: NodeState, now: Date): string {
  const time = timeTaken(state, now);
  const took =
    time === undefined || state.status === 'pending' ? '' : ` ${state.status === 'done' ? 'in' : 'after'} ${time}`;
  const detail = detailOf(state);
  return `${name}: ${STATE_WORDS[state.status].toLowerCase()}${took}${detail === '' ? '' : `, ${detail.replaceAll(' · ', ', ')}`}`;
}

/** What a run used that is paid for, in words; nothing for one that used nothing such. */
export function usedUp(usage: PipelineStatusResponse['usage']): readonly string[] {
  const counts = [
    [usage.input_tokens + usage.output_tokens, 'token'],
    [usage.comprehend_units, 'Comprehend unit'],
    [usage.textract_pages, 'Textract page'],
  ] as const;
  return counts.flatMap(([count, noun]) => (count > 0 ? [counted(count, noun)] : []));
}
