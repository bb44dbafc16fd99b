/** How long a process may be silent before its executions are taken for abandoned, in milliseconds: a minute outlasts a blocked event loop. A process of this machine that is gone is seen at once, by its id. */
export const LEASE_MS = 60_000;

/** How often a process says that it still runs its executions, in milliseconds: also how soon it learns that another process stopped one. */
export const HEARTBEAT_MS = 1_000;

/** How often {@link LocalExecutions.waitFor} looks at an execution that another process runs, in milliseconds. */
export const POLL_MS = 200;

/** Most runs of one execution, the first included: an execution that kills its process each time must not do so forever. */
export const MAX_RUNS = 4;

/** Most events of one execution: the quota of Step Functions. It also ends a machine that goes round in circles. */
export const MAX_HISTORY_EVENTS = 25_000;

/** Longest `Error` of an execution, in characters: a limit of Step Functions. */
export const MAX_ERROR_CHARACTERS = 256;

/** Longest `Cause`, in characters: a limit of Step Functions. */
export const MAX_CAUSE_CHARACTERS = 32_768;

/** How long closing waits for handlers that were told to stop, in milliseconds: enough to write down why, too short to be felt after Ctrl-C. */
export const CLOSING_GRACE_MS = 250;
