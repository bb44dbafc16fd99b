/** Seconds that a browser remembers what a preflight allowed: an hour. */
export const PREFLIGHT_MAX_AGE_SECONDS = 3_600;
