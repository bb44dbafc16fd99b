import { setTimeout as sleep } from 'node:timers/promises';
import type { PipelineStatusResponse } from '../../../contracts/index.ts';
import { PipelineStatusResponse as RunSchema, TransientUpstreamError } from '../../../contracts/index.ts';
import type { ApiClient } from './api-client.ts';
import { parseAnswer, pauseOf } from './api-client.ts';

/** A run that has ended, and how it was watched. */
export interface FollowedRun {
  readonly run: PipelineStatusResponse;
  /** Requests, and how many of them were answered with 304. */
  readonly polls: number;
  readonly unchanged: number;
}

/**
 * Asks for a run until it has ended, with the ETag of the last answer, and waits between two requests as long as the answer says.
 *
 * @param onChange told each state of affairs that is new
 * @throws TransientUpstreamError when it has not ended within `seconds`, and what {@link ApiClient.send} throws
 */
export async function followRun(
  api: ApiClient,
  execution_id: string,
  seconds: number,
  onChange: (run: PipelineStatusResponse) => void,
): Promise<FollowedRun> {
  const deadline = Date.now() + seconds * 1_000;
  let etag = '';
  let [polls, unchanged] = [0, 0];
  for (;;) {
    const headers = etag === '' ? {} : { 'if-none-match': etag };
    const answer = await api.send({ method: 'GET', path: `/pipeline/${execution_id}`, headers });
    polls += 1;
    if (answer.status === 304) unchanged += 1;
    else {
      const run = parseAnswer(RunSchema, answer, 'The answer to GET /pipeline/{executionId}');
      etag = answer.headers.get('etag') ?? '';
      onChange(run);
      if (run.status !== 'QUEUED' && run.status !== 'RUNNING') return { run, polls, unchanged };
    }
    if (Date.now() > deadline)
      throw new TransientUpstreamError(`The run ${execution_id} has not ended within ${seconds} seconds.`, {
        remedy: `Look at its states with GET /pipeline/${execution_id}; docs/runbook.md tells what to do about a run that hangs.`,
      });
    await sleep(pauseOf(answer.headers));
  }
}
