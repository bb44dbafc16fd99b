import { z } from 'zod';
import { SessionStatus } from '../session.ts';
import { DEFAULT_RUNS_PER_PAGE, MAX_RUNS_PER_PAGE } from './limits.ts';
import { PipelineSummary } from './pipeline-status.ts';

/** Longest cursor, in characters: a time and a session id in base64url have about 100. */
const MAX_CURSOR_CHARACTERS = 1_024;

/** Query of `GET /pipeline`: strict, an unknown parameter is an error. */
export const ListPipelinesQuery = z.strictObject({
  status: SessionStatus.optional().describe('Only runs that stand there.'),
  limit: z.coerce
    .number<string>()
    .int()
    .min(1)
    .max(MAX_RUNS_PER_PAGE)
    .default(DEFAULT_RUNS_PER_PAGE)
    .describe('Runs a page.'),
  cursor: z.string().min(1).max(MAX_CURSOR_CHARACTERS).optional().describe('What the page before answered with.'),
});

/** Query of `GET /pipeline`. */
export type ListPipelinesQuery = z.infer<typeof ListPipelinesQuery>;

/** Answer to `GET /pipeline`, 200. */
export const ListPipelinesResponse = z
  .object({
    runs: z.array(PipelineSummary).describe('Newest first.'),
    cursor: z.string().optional().describe('There when more runs follow.'),
  })
  .meta({ id: 'RunList' });

/** Answer to `GET /pipeline`. */
export type ListPipelinesResponse = z.infer<typeof ListPipelinesResponse>;
