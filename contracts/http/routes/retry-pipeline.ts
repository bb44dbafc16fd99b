import { route } from '../route-contract.ts';
import { StartPipelineResponse } from '../start-pipeline.ts';

/** `POST /pipeline/{executionId}/retry`. */
export const retryPipelineRoute = route({
  method: 'POST',
  path: '/pipeline/{executionId}/retry',
  summary: 'Try a run again that has ended without a brief',
  description:
    'A new attempt of the same session, under an execution id of its own. Steps that were finished are not repeated.',
  answers: [
    {
      status: 202,
      description: 'The new attempt is under way.',
      content: { 'application/json': StartPipelineResponse },
      headers: {
        Location: 'Where to ask how far it is.',
        'Retry-After': 'Seconds after which to ask for the first time.',
      },
    },
  ],
  problems: ['unknown-execution', 'rejected-input', 'session-conflict', 'too-many-runs', 'daily-budget-used-up'],
});
