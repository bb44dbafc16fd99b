/** Why a run ended before its states did: after `abandoned` the run leaves the execution as it is: stopped, taken over, or RUNNING for the next start. */
export type StopKind = 'timed_out' | 'abandoned';

/** The reason with which a run's signal is aborted. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  readonly kind: StopKind;

  constructor(kind: StopKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
