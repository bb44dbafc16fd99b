import { z } from 'zod';
import { ExecutionId } from './ids.ts';

/** How an execution can stand, as Step Functions tells it in its events. */
export const ExecutionStatus = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);

/**
 * The event "Step Functions Execution Status Change" on the default bus of EventBridge, as far as it is used here. With `SUCCEEDED` it announces that a
 * brief is complete: `output` is then the JSON text of UpdateSession's output. Times are milliseconds since 1970.
 */
export const ExecutionStatusChange = z.object({
  source: z.literal('aws.states'),
  'detail-type': z.literal('Step Functions Execution Status Change'),
  detail: z.object({
    executionArn: z.string().min(1).max(2_048),
    stateMachineArn: z.string().min(1).max(2_048),
    name: ExecutionId,
    status: ExecutionStatus,
    startDate: z.number().int().nonnegative(),
    stopDate: z.number().int().nonnegative().nullish(),
    output: z.string().nullish(),
    error: z.string().nullish(),
    cause: z.string().nullish(),
  }),
});

/** The event that tells how an execution ended. */
export type ExecutionStatusChange = z.infer<typeof ExecutionStatusChange>;

/** The ends of an execution that a row may not have heard of: the state machine ran none of its own states then. */
export const UNANNOUNCED_ENDS = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;
