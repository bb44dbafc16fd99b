import { z } from 'zod';
import { BriefRequest } from './request.ts';
import { Failure, SessionStatus, StateProgress, TASK_STATES } from './session.ts';

/** Body of `POST /pipeline`: strict, an unknown field is an error. */
export const StartPipelineBody = z.strictObject(BriefRequest.shape);

/** Body of `POST /pipeline`. */
export type StartPipelineBody = z.infer<typeof StartPipelineBody>;

/** An idempotency key: 1 to 255 visible ASCII characters. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters');

/** Answer to `POST /pipeline`, 202. */
export const StartPipelineResponse = z.object({
  execution_arn: z.string(),
  execution_id: z.string(),
  session_id: z.string(),
  status: SessionStatus,
  status_url: z.string(),
});

/** Answer to `POST /pipeline`. */
export type StartPipelineResponse = z.infer<typeof StartPipelineResponse>;

/** Answer to `GET /pipeline/{executionId}`, 200. */
export const PipelineStatusResponse = z.object({
  execution_id: z.string(),
  execution_arn: z.string().optional(),
  session_id: z.string(),
  status: SessionStatus,
  degraded: z.boolean(),
  attempt: z.number().int().positive(),
  company_name: z.string(),
  company_url: z.string(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  states: z.array(StateProgress.extend({ state: z.enum(TASK_STATES) })),
  usage: z.record(z.string(), z.number()),
  failure: Failure.optional(),
});

/** Answer to `GET /pipeline/{executionId}`. */
export type PipelineStatusResponse = z.infer<typeof PipelineStatusResponse>;

/** An error answer: RFC 9457 problem details with the field errors and the remedy. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  request_id: z.string(),
  remedy: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** An error answer. */
export type ProblemDetails = z.infer<typeof ProblemDetails>;
