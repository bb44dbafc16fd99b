/** The alias of every function that callers name; a rollback points it at an earlier version. */
export const LIVE_ALIAS = 'live';
