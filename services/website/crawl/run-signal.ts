/** The end of a run: by its deadline or by the caller. */
export interface RunSignal {
  readonly signal: AbortSignal;
  /** Ends everything that is still under way; `reason` stands in the errors of what it ends. */
  stop(reason: string): void;
  /** Lets go of the timer. */
  dispose(): void;
}

/** Longest time a Node timer takes, in milliseconds. */
const MAX_TIMER_MILLISECONDS = 2_147_483_647;

/** Why a signal of ours was aborted when its time was up. */
const DEADLINE_REASON = 'the deadline';

/** Whether the time of a run is up, as against a run that was stopped or still goes on. */
export function isDeadline(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof Error && signal.reason.message === DEADLINE_REASON;
}

function abortError(reason: string): DOMException {
  return new DOMException(reason, 'AbortError');
}

/** Makes a signal that aborts at `deadline` with the reason "the deadline", or when the caller's signal does with "it was interrupted". */
export function createRunSignal(deadline: Date, now: Date, caller?: AbortSignal): RunSignal {
  const controller = new AbortController();
  const milliseconds = Math.min(Math.max(0, deadline.getTime() - now.getTime()), MAX_TIMER_MILLISECONDS);
  const timer = setTimeout(() => controller.abort(abortError(DEADLINE_REASON)), milliseconds);
  const interrupt = (): void => controller.abort(abortError('it was interrupted'));
  if (caller?.aborted) interrupt();
  caller?.addEventListener('abort', interrupt, { once: true });
  return {
    signal: controller.signal,
    stop: (reason) => controller.abort(abortError(reason)),
    dispose: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', interrupt);
    },
  };
}
