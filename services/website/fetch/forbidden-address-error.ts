/** Thrown inside the fetcher when a name, address or socket leads to where we do not go; becomes a declared error before it leaves. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
}

/** Finds a forbidden address among an error and its causes: clients wrap what a connection threw. */
export function forbiddenAddressIn(error: unknown): ForbiddenAddressError | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current instanceof ForbiddenAddressError) return current;
    current = current.cause;
  }
  return undefined;
}
