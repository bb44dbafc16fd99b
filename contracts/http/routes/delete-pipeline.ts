import { route } from '../route-contract.ts';

/** `DELETE /pipeline/{executionId}`. */
export const deletePipelineRoute = route({
  method: 'DELETE',
  path: '/pipeline/{executionId}',
  summary: 'Stop a run and forget it',
  description:
    'Removes what is known of the session: its row, the texts that were read, the brief in every form and version, and the documents it was given unless another run that is under way needs them. An idempotency key that was used for it cannot be used again.',
  answers: [{ status: 204, description: 'It is forgotten.' }],
  problems: ['unknown-execution'],
});
