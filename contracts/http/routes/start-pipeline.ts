import { IdempotencyKey } from '../idempotency-key.ts';
import { route } from '../route-contract.ts';
import { StartPipelineBody, StartPipelineResponse } from '../start-pipeline.ts';

/** `POST /pipeline`. */
export const startPipelineRoute = route({
  method: 'POST',
  path: '/pipeline',
  summary: 'Start a run',
  description:
    'Answers at once; the run goes on by itself. Send an Idempotency-Key, so that a request whose answer was lost can be repeated.',
  headers: [{ name: 'Idempotency-Key', schema: IdempotencyKey }],
  body: StartPipelineBody,
  example: {
    company_name: 'Kindlewater',
    company_url: 'https://kindlewater.example/',
    role: 'Senior Backend Engineer, Telemetry',
    audience: 'hiring_manager',
    job_description:
      'We look for a senior backend engineer. You have run services in Go or Rust in production, and know PostgreSQL and Kafka.',
  },
  answers: [
    {
      status: 202,
      description: 'The run is under way, or was already under the same key.',
      content: { 'application/json': StartPipelineResponse },
      headers: {
        Location: 'Where to ask how far it is.',
        'Retry-After': 'Seconds after which to ask for the first time.',
      },
    },
  ],
  problems: [
    'malformed-json',
    'invalid-body',
    'invalid-parameter',
    'rejected-input',
    'session-conflict',
    'body-too-large',
    'unsupported-media-type',
    'too-many-runs',
    'daily-budget-used-up',
  ],
});
