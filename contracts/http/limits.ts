/** Longest body of a request, in bytes: the largest request there can be has a job description of 64 KiB and twelve addresses of 2,048 characters of at most three bytes, 138 KiB together; JSON may escape some of it. */
export const MAX_REQUEST_BODY_BYTES = 262_144;

/** Runs a page of the listing when the caller names no number. */
export const DEFAULT_RUNS_PER_PAGE = 20;

/** Most runs a page of the listing: the session store gives no more. */
export const MAX_RUNS_PER_PAGE = 100;

/** Seconds between two looks at a run that is under way: the shortest run takes about as long, and a person sees no difference. */
export const RETRY_AFTER_SECONDS = 2;

/** Seconds after which there may be room for another run, where too many are under way: one of them ends every few seconds then. */
export const START_RETRY_SECONDS = 5;

/** Seconds after which money that is set aside may be back: about as long as a run with a model takes. */
export const SOON_RETRY_SECONDS = 60;
