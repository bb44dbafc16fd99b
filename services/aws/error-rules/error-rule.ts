import type { ErrorName } from '../../../contracts/index.ts';

/** The declared errors that a call to AWS can end in. */
export type AwsErrorName = Extract<
  ErrorName,
  | 'PermissionDeniedError'
  | 'TransientUpstreamError'
  | 'QuotaExceededError'
  | 'RejectedInputError'
  | 'ConfigurationError'
>;

/** One row of the table: what errors of these names mean. The first row that matches decides. */
export interface AwsErrorRule {
  /** An error's `name` as the SDK gives it, which is the service's error code, or the `code` of a network error. */
  readonly names: readonly string[];
  /** When given, the row is for messages that match only: services put different faults under one name. */
  readonly message?: RegExp;
  readonly error: AwsErrorName;
  /** What to do, where more is known than the error class says. */
  readonly remedy?: string;
}

/** What an HTTP status means when no row knows the error's name. */
export interface AwsStatusRule {
  readonly from: number;
  readonly to: number;
  readonly error: AwsErrorName;
}
