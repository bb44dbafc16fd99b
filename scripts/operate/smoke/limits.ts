/** Longest wait for one answer, in milliseconds: the gateway gives up after 30 seconds. */
export const REQUEST_TIMEOUT_MS = 35_000;

/** Times that a request is sent before it is given up: a route's throttle is over within a second or two. */
export const MAX_SENDS = 5;

/** Wait before a request is sent again when the answer does not say how long, in milliseconds. */
export const DEFAULT_PAUSE_MS = 1_000;

/** Longest wait that an answer may ask for between two requests, in milliseconds: somebody is watching. */
export const MAX_PAUSE_MS = 30_000;

/** Looks at the list after a run was deleted: the index behind it follows the table within a second. */
export const MAX_LISTINGS = 4;

/** The wait between two of these looks, in milliseconds. */
export const LISTING_PAUSE_MS = 500;

/** Seconds that a run may take: the state machine's own limit is shorter, so a run that takes longer has lost its end. */
export const DEFAULT_RUN_SECONDS = 3_600;

/** Pages that are read of a site unless told otherwise: enough to see a crawl, few enough to bother nobody. */
export const DEFAULT_SMOKE_PAGES = 3;

/** Pages that are read again at once, to check quotes; each host is asked politely whatever this says. */
export const PAGES_AT_ONCE = 4;

/** Longest time to read all sources again, in seconds. */
export const REREAD_SECONDS = 180;
