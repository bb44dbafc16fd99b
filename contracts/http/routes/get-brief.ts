import { z } from 'zod';
import { Brief } from '../../brief.ts';
import { route } from '../route-contract.ts';

/** `GET /pipeline/{executionId}/brief`. */
export const getBriefRoute = route({
  method: 'GET',
  path: '/pipeline/{executionId}/brief',
  summary: 'Get the brief',
  description: 'The header Accept chooses the form; JSON when it names none.',
  answers: [
    {
      status: 200,
      description: 'The brief.',
      content: {
        'application/json': Brief.meta({ id: 'Brief' }),
        'text/markdown': z.string(),
        'text/html': z.string(),
      },
      headers: { ETag: 'Changes with the brief; to be given in If-None-Match.' },
    },
    { status: 304, description: 'It is still the one whose ETag was given.' },
  ],
  problems: ['unknown-execution', 'not-acceptable', 'brief-not-ready'],
});
