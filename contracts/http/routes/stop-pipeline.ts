import { PipelineStatusResponse } from '../pipeline-status.ts';
import { route } from '../route-contract.ts';

/** `POST /pipeline/{executionId}/stop`. */
export const stopPipelineRoute = route({
  method: 'POST',
  path: '/pipeline/{executionId}/stop',
  summary: 'Stop a run',
  description: 'What was read is kept, so that the run can be retried. A run that has ended stays as it is.',
  answers: [
    {
      status: 200,
      description: 'The run as it is now.',
      content: { 'application/json': PipelineStatusResponse },
    },
  ],
  problems: ['unknown-execution', 'session-conflict'],
});
