/** Where the server listens when no port is named; the next ones are tried when it is taken. */
export const DEFAULT_PORT = 3_000;

/** Ports that are tried, the first included: somebody who runs twenty servers names the port. */
export const MAX_PORTS_TRIED = 20;

/** Largest body that the gateway in AWS takes, in bytes; it answers 413 by itself to a larger one. */
export const MAX_GATEWAY_BODY_BYTES = 10_485_760;

/** What the form around an uploaded file may take, in bytes: its fields have below 2 KB. */
export const MAX_FORM_OVERHEAD_BYTES = 16_384;

/** Runs that may be under way at once: each keeps up to a few hundred megabytes of a laptop's memory busy for seconds. */
export const MAX_RUNS_UNDER_WAY = 32;

/**
 * How long a connection may be idle before it is closed, in milliseconds. Clients keep theirs for seconds (undici 4, most pools up to 60): a server that closes first, as Node does after 5,
 * meets requests that are on their way and breaks them off.
 */
export const IDLE_CONNECTION_MS = 75_000;

/** How long requests that are being answered may take when the server is told to stop, in milliseconds. */
export const CLOSING_GRACE_MS = 5_000;
