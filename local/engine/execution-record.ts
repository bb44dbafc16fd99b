import { z } from 'zod';
import type { ExecutionDescription, ExecutionEvent } from '../../services/executions/executions.ts';
import type { Json } from '../../statemachine/asl.ts';
import { localExecutionArn } from './arns.ts';
import type { Lease } from './process-lease.ts';

/** An execution as the local engine knows it. */
export interface LocalExecutionDescription extends ExecutionDescription {
  /** Largest payload that went through a state, in bytes of JSON: what Step Functions holds against 262,144. */
  readonly largest_payload_bytes: number;
  /** How often it was run: more than 1 when its process ended before it did. */
  readonly runs: number;
}

/** An execution's row. */
export interface ExecutionRecord {
  readonly description: LocalExecutionDescription;
  readonly input: Json;
  readonly lease: Lease;
}

const optionalText = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);

/** Columns of a row in the table of executions. */
const ExecutionColumns = z.object({
  execution_id: z.string(),
  input: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  started_at: z.string(),
  stopped_at: optionalText,
  output: optionalText,
  error: optionalText,
  cause: optionalText,
  largest_payload_bytes: z.number(),
  runs: z.number(),
  lease_owner: z.string().nullable(),
  lease_host: z.string(),
  lease_pid: z.number(),
  lease_until_ms: z.number(),
});

const EventColumns = z.object({
  id: z.number(),
  at: z.string(),
  type: z.enum([
    'ExecutionStarted',
    'ExecutionSucceeded',
    'ExecutionFailed',
    'ExecutionTimedOut',
    'ExecutionAborted',
    'StateEntered',
    'StateExited',
    'TaskFailed',
    'TaskTimedOut',
    'TaskRetried',
    'TaskCaught',
  ]),
  state: optionalText,
  error: optionalText,
  cause: optionalText,
});

/** Reads a row of the table of executions. */
export function readExecution(columns: unknown): ExecutionRecord {
  const row = ExecutionColumns.parse(columns);
  return {
    description: {
      execution_id: row.execution_id,
      execution_arn: localExecutionArn(row.execution_id),
      status: row.status,
      started_at: row.started_at,
      ...(row.stopped_at !== undefined && { stopped_at: row.stopped_at }),
      ...(row.output !== undefined && { output: JSON.parse(row.output) }),
      ...(row.error !== undefined && { error: row.error }),
      ...(row.cause !== undefined && { cause: row.cause }),
      largest_payload_bytes: row.largest_payload_bytes,
      runs: row.runs,
    },
    input: JSON.parse(row.input),
    lease: { owner: row.lease_owner, host: row.lease_host, pid: row.lease_pid, until_ms: row.lease_until_ms },
  };
}

/** Reads a row of the table of events. */
export function readEvent(columns: unknown): ExecutionEvent {
  const { id, at, type, state, error, cause } = EventColumns.parse(columns);
  return {
    id,
    at,
    type,
    ...(state !== undefined && { state }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  };
}
