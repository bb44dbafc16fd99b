import { ListPipelinesQuery, ListPipelinesResponse } from '../list-pipelines.ts';
import { route } from '../route-contract.ts';

/** `GET /pipeline`. */
export const listPipelinesRoute = route({
  method: 'GET',
  path: '/pipeline',
  summary: 'List your runs',
  description:
    'Newest first. A page may have fewer runs than asked for, also when more follow: the cursor alone tells.',
  query: ListPipelinesQuery,
  answers: [{ status: 200, description: 'A page of runs.', content: { 'application/json': ListPipelinesResponse } }],
  problems: ['invalid-parameter', 'rejected-input'],
});
