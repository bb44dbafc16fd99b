import { z } from 'zod';
import type { Json } from '../../../statemachine/asl.ts';
import { COMPARISONS } from './choice/comparisons.ts';

const JsonValue: z.ZodType<Json> = z.json();
const Path = z.string().startsWith('$', 'must be a path that begins with $');
const Template = z.record(z.string(), JsonValue);

const described = { Comment: z.string().optional() };
const filtered = { ...described, InputPath: Path.nullish(), OutputPath: Path.nullish() };
const transition = { Next: z.string().optional(), End: z.literal(true).optional() };
const merged = { ResultPath: Path.nullish() };
const selected = { ResultSelector: Template.optional() };

const Retrier = z.strictObject({
  ...described,
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: z.number().int().positive().default(1),
  MaxAttempts: z.number().int().nonnegative().default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.number().int().positive().optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});

const Catcher = z.strictObject({
  ...described,
  ErrorEquals: z.array(z.string()).min(1),
  ResultPath: Path.nullish(),
  Next: z.string(),
});

const handled = { Retry: z.array(Retrier).default([]), Catch: z.array(Catcher).default([]) };

const Comparison = z
  .object({ ...described, Next: z.string().optional(), Variable: Path })
  .catchall(JsonValue)
  .refine((rule) => Object.keys(rule).some(isComparison) && Object.keys(rule).every(isRuleField), {
    error: 'must have a known comparison, and nothing unknown',
  })
  .transform(({ Next, Variable, ...others }) => ({
    Next,
    Variable,
    comparison: Object.fromEntries(
      Object.entries(others).filter((entry): entry is [string, Json] => isComparison(entry[0])),
    ),
  }));

const Rule: z.ZodType<ChoiceRule> = z.lazy(() =>
  z.union([
    z.strictObject({ ...described, Next: z.string().optional(), And: z.array(Rule).min(1) }),
    z.strictObject({ ...described, Next: z.string().optional(), Or: z.array(Rule).min(1) }),
    z.strictObject({ ...described, Next: z.string().optional(), Not: Rule }),
    Comparison,
  ]),
);

const Pass = z.strictObject({
  Type: z.literal('Pass'),
  ...filtered,
  ...transition,
  ...merged,
  Parameters: JsonValue.optional(),
  Result: JsonValue.optional(),
});

const Task = z.strictObject({
  Type: z.literal('Task'),
  ...filtered,
  ...transition,
  ...merged,
  ...selected,
  ...handled,
  Resource: z.string(),
  Parameters: JsonValue.optional(),
  TimeoutSeconds: z.number().int().positive().optional(),
  TimeoutSecondsPath: Path.optional(),
});

const Choice = z.strictObject({
  Type: z.literal('Choice'),
  ...filtered,
  Choices: z.array(Rule).min(1),
  Default: z.string().optional(),
});

const Wait = z.strictObject({
  Type: z.literal('Wait'),
  ...filtered,
  ...transition,
  Seconds: z.number().int().nonnegative().optional(),
  SecondsPath: Path.optional(),
  Timestamp: z.string().optional(),
  TimestampPath: Path.optional(),
});

const Succeed = z.strictObject({ Type: z.literal('Succeed'), ...filtered });

const Fail = z.strictObject({
  Type: z.literal('Fail'),
  ...described,
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ErrorPath: z.string().optional(),
  CausePath: z.string().optional(),
});

const Branch: z.ZodType<StateMap> = z.lazy(() =>
  z.strictObject({ ...described, StartAt: z.string(), States: z.record(z.string(), State) }),
);

const Parallel = z.strictObject({
  Type: z.literal('Parallel'),
  ...filtered,
  ...transition,
  ...merged,
  ...selected,
  ...handled,
  Parameters: JsonValue.optional(),
  Branches: z.array(Branch).min(1),
});

const ItemProcessor: z.ZodType<StateMap> = z.lazy(() =>
  z.strictObject({
    ...described,
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
    StartAt: z.string(),
    States: z.record(z.string(), State),
  }),
);

const MapState = z.strictObject({
  Type: z.literal('Map'),
  ...filtered,
  ...transition,
  ...merged,
  ...selected,
  ...handled,
  ItemsPath: Path.optional(),
  ItemSelector: JsonValue.optional(),
  MaxConcurrency: z.number().int().nonnegative().optional(),
  ItemProcessor,
});

const State: z.ZodType<State> = z.discriminatedUnion('Type', [
  Pass,
  Task,
  Choice,
  Wait,
  Succeed,
  Fail,
  Parallel,
  MapState,
]);

/** The parts of the Amazon States Language that the local engine runs. A field that it does not know is refused, never ignored. */
export const Definition = z.strictObject({
  ...described,
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONPath').optional(),
  TimeoutSeconds: z.number().int().positive().optional(),
  StartAt: z.string(),
  States: z.record(z.string(), State),
});

/** A state machine. */
export type Definition = z.output<typeof Definition>;
/** How a failed state is tried again, defaults filled in. */
export type Retrier = z.output<typeof Retrier>;
/** Where a failed state leads. */
export type Catcher = z.output<typeof Catcher>;
/** A Pass state. */
export type PassState = z.output<typeof Pass>;
/** A Task state. */
export type TaskState = z.output<typeof Task>;
/** A Choice state. */
export type ChoiceState = z.output<typeof Choice>;
/** A Wait state. */
export type WaitState = z.output<typeof Wait>;
/** A Succeed state. */
export type SucceedState = z.output<typeof Succeed>;
/** A Fail state. */
export type FailState = z.output<typeof Fail>;
/** A Parallel state. */
export type ParallelState = z.output<typeof Parallel>;
/** A Map state. */
export type MapState = z.output<typeof MapState>;

/** A state of any type. */
export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

/** States with a start: the machine itself, a branch, or the processor of a Map. */
export interface StateMap {
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
}

/** One comparison of a variable, or a combination of rules; `Next` stands in the outermost only. */
export type ChoiceRule = { readonly Next?: string | undefined } & (
  | { readonly And: readonly ChoiceRule[] }
  | { readonly Or: readonly ChoiceRule[] }
  | { readonly Not: ChoiceRule }
  | { readonly Variable: string; readonly comparison: { readonly [comparison: string]: Json } }
);

function isComparison(field: string): boolean {
  return (COMPARISONS as readonly string[]).includes(field);
}

function isRuleField(field: string): boolean {
  return isComparison(field) || field === 'Comment' || field === 'Next' || field === 'Variable';
}
