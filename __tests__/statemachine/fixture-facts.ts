import { z } from 'zod';
import type { StateContract } from '../../contracts/index.ts';
import { createSession, ERROR_NAMES, ERROR_POLICIES, recordFailure } from '../../contracts/index.ts';
import type { MachineFacts } from '../../statemachine/machine-facts.ts';

const Failure = z.object({ state: z.string(), error: z.string(), cause: z.string() });

const timeouts = { sdk_seconds: 8, function_seconds: 15, attempt_seconds: 20 };

/** Two small contracts, so that the fixtures beside this file stay short and do not change with the product. */
const contracts: Record<string, StateContract> = {
  CreateSession: {
    ...createSession,
    input: z.object({ request: z.object({ company_name: z.string() }) }),
    output: z.object({
      session_id: z.string(),
      wait_seconds: z.number().int().nonnegative().max(10),
      note: z.string().nullable(),
    }),
    errors: ['TransientUpstreamError', 'RejectedInputError'],
    timeouts,
  },
  RecordFailure: {
    ...recordFailure,
    input: z.object({ failure: Failure }),
    output: Failure,
    errors: ['TransientUpstreamError'],
    timeouts,
  },
};

/** What the fixtures are held against. */
export const FIXTURE_FACTS: MachineFacts = {
  contracts,
  executionInput: z.object({ company_name: z.string() }),
  errors: ERROR_POLICIES,
  provokedErrors: new Set(ERROR_NAMES),
};
