/** The parts of the Amazon States Language that this project uses, as they stand in the file: everything is optional, because what stands there is yet to be checked. */

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `Parameters`, `ResultSelector`: JSON whose keys ending in `.$` take a path or an intrinsic function. */
export type PayloadTemplate = { readonly [key: string]: Json };

/** When and how often a state is tried again. Seconds; `MaxAttempts` counts the attempts after the first. */
export interface Retrier {
  readonly ErrorEquals?: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: string;
  readonly Comment?: string;
}

/** Where an error leads. */
export interface Catcher {
  readonly ErrorEquals?: readonly string[];
  readonly ResultPath?: string | null;
  readonly Next?: string;
  readonly Comment?: string;
}

/** A rule of a Choice: a comparison of `Variable`, or `And`, `Or`, `Not` of such. */
export interface ChoiceRule {
  readonly Variable?: string;
  readonly Next?: string;
  readonly And?: readonly ChoiceRule[];
  readonly Or?: readonly ChoiceRule[];
  readonly Not?: ChoiceRule;
  readonly [comparison: string]: unknown;
}

/** A state: the fields of every type together. */
export interface State {
  readonly Type?: string;
  readonly Comment?: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
  readonly ResultPath?: string | null;
  readonly Parameters?: PayloadTemplate;
  readonly ResultSelector?: PayloadTemplate;
  readonly Result?: Json;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly TimeoutSecondsPath?: string;
  readonly HeartbeatSeconds?: number;
  readonly HeartbeatSecondsPath?: string;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Branches?: readonly StateMap[];
  readonly Choices?: readonly ChoiceRule[];
  readonly Default?: string;
  readonly Seconds?: number;
  readonly SecondsPath?: string;
  readonly Error?: string;
  readonly Cause?: string;
  readonly ErrorPath?: string;
  readonly CausePath?: string;
}

/** A set of states with a start: the machine itself, or a branch of a Parallel. */
export interface StateMap {
  readonly Comment?: string;
  readonly StartAt?: string;
  readonly States?: { readonly [name: string]: State };
}

/** A state machine. */
export interface Definition extends StateMap {
  readonly TimeoutSeconds?: number;
  readonly QueryLanguage?: string;
}
