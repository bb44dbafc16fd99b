/**
 * The service's own error code behind a declared error that an SDK call ended in ("ExecutionAlreadyExists"), or undefined. Some codes are answers, which an adapter
 * reads; all others stay errors.
 */
export function awsErrorName(error: unknown): string | undefined {
  return error instanceof Error && error.cause instanceof Error ? error.cause.name : undefined;
}
