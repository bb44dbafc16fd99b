import { z } from 'zod';
import { RunUsage } from '../cost/run-usage.ts';
import { Failure, ReadSource, SessionStatus, StateProgress, TASK_STATES } from '../session.ts';

/** Where to go from a run, relative to the address of the API; what cannot be done now is absent. */
const RunLinks = z.object({
  self: z.string(),
  brief: z.string().optional().describe('There once the status is SUCCEEDED.'),
  stop: z.string().optional().describe('There while the run is under way.'),
  retry: z.string().optional().describe('There once the run has ended without a brief.'),
});

/** A run in a listing. */
export const PipelineSummary = z
  .object({
    execution_id: z.string().describe('The execution of the newest attempt.'),
    execution_arn: z.string().optional(),
    session_id: z.string(),
    status: SessionStatus,
    degraded: z
      .boolean()
      .describe('Whether something that was asked for could not be read; the gaps of the brief name it.'),
    attempt: z.number().int().positive(),
    company_name: z.string(),
    company_url: z.string(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime().describe('When the status changed last.'),
    links: RunLinks,
  })
  .meta({ id: 'RunSummary' });

/** A run in a listing. */
export type PipelineSummary = z.infer<typeof PipelineSummary>;

/** Answer to `GET /pipeline/{executionId}`, 200. */
export const PipelineStatusResponse = PipelineSummary.extend({
  states: z
    .array(StateProgress.omit({ sources: true }).extend({ state: z.enum(TASK_STATES) }))
    .describe('The states that have begun, in the order of the pipeline; GatherSources runs two of them side by side.'),
  sources: z
    .array(ReadSource)
    .describe('What was read so far, pages before documents; the brief tells everything of each of them.'),
  usage: RunUsage.describe(
    'What the run has used so far, all attempts together; in the end the whole, also when it failed.',
  ),
  estimated_cost_usd: z.number().nonnegative().describe('The same as in usage.'),
  failure: Failure.optional(),
}).meta({ id: 'Run' });

/** Answer to `GET /pipeline/{executionId}`. */
export type PipelineStatusResponse = z.infer<typeof PipelineStatusResponse>;
