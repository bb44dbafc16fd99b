import type { SessionUsage } from '../contracts/index.ts';
import { RecordFailureInput, updateSession } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import type { Handler } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { createHandler as createRecordFailureHandler } from './record-failure.ts';
import { finishSession } from './session-transitions.ts';

/**
 * Handler of the function that serves UpdateSession and RecordFailure: an event that brings a failure records it, any other marks the
 * session SUCCEEDED.
 */
export function createHandler(services: StepServices): Handler {
  const recordFailure = createRecordFailureHandler(services);
  const succeed = defineHandler(updateSession, services, async ({ session_id, execution_id, brief, degraded }) => {
    const row = await services.sessions.get(session_id);
    const usage = row === undefined ? {} : usageOf(row.progress);
    await finishSession(services, {
      session_id,
      execution_id,
      to: 'SUCCEEDED',
      patch: { brief, degraded, failure: null, usage },
    });
    return { session_id, status: 'SUCCEEDED' as const, degraded, brief };
  });
  return (event, context) =>
    RecordFailureInput.safeParse(event).success ? recordFailure(event, context) : succeed(event, context);
}

/** What the states counted, under `{State}.{count}`. */
function usageOf(
  progress: Readonly<Record<string, { readonly counts: Readonly<Record<string, number>> } | undefined>>,
): SessionUsage {
  return Object.fromEntries(
    Object.entries(progress).flatMap(([state, entry]) =>
      Object.entries(entry?.counts ?? {}).map(([name, count]) => [`${state}.${name}`, count] as const),
    ),
  );
}
