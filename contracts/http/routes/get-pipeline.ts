import { PipelineStatusResponse } from '../pipeline-status.ts';
import { route } from '../route-contract.ts';

/** `GET /pipeline/{executionId}`. */
export const getPipelineRoute = route({
  method: 'GET',
  path: '/pipeline/{executionId}',
  summary: 'See how far a run is',
  description:
    'The id of an earlier attempt answers with the newest one. Give the ETag of the last answer in If-None-Match: while nothing has changed, the answer is 304 without a body.',
  answers: [
    {
      status: 200,
      description: 'How far it is.',
      content: { 'application/json': PipelineStatusResponse },
      headers: {
        ETag: 'Changes with the answer; to be given in If-None-Match.',
        'Retry-After': 'Seconds after which to ask again; there while the run is under way.',
      },
    },
    { status: 304, description: 'Nothing has changed since the answer whose ETag was given.' },
  ],
  problems: ['unknown-execution'],
});
