/** Error names that the interpreter itself gives, as Step Functions does. */
export type EngineErrorName =
  | 'States.DataLimitExceeded'
  | 'States.IntrinsicFailure'
  | 'States.NoChoiceMatched'
  | 'States.ResultPathMatchFailure'
  | 'States.Runtime'
  | 'States.Timeout';

/** A state failed: what Retry and Catch match and receive. The text `Cause` is {@link StateFailure.causeText}; `cause` is what was thrown, when there is such. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  /** `Error` of the error output. */
  readonly error: string;
  /** `Cause` of the error output; empty when there is none. */
  readonly causeText: string;

  constructor(error: string, causeText: string, options?: ErrorOptions) {
    super(`${error}: ${causeText}`, options);
    this.error = error;
    this.causeText = causeText;
  }
}

/** A failure that the interpreter itself finds. */
export function engineFailure(error: EngineErrorName, causeText: string): StateFailure {
  return new StateFailure(error, causeText);
}
