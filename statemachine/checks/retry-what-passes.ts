import type { Retrier } from '../asl.ts';
import type { MachineFacts } from '../machine-facts.ts';
import type { LocatedState } from '../states.ts';
import { allStates } from '../states.ts';
import type { Problem, Rule } from './rule.ts';

/** Errors of Lambda itself that pass: the four that AWS recommends to retry, and throttling. https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html */
const LAMBDA_FAULTS = [
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
] as const;

/** A function that ran out of time or memory: the next attempt most likely does too, and costs as much. */
const OWN_TIMEOUTS = ['Sandbox.Timedout', 'States.Timeout', 'Lambda.Unknown', 'Runtime.ExitError'] as const;

/** Catch-alls that would retry what cannot get better. */
const CATCH_ALLS = ['States.ALL', 'States.TaskFailed'] as const;

/** Retry only what can get better. */
export const retryWhatPasses: Rule = {
  name: 'retry-what-passes',
  reason:
    "Lambda's own faults and declared errors that can get better are retried, a function's own timeout at most once, nothing else: a repeated mistake only costs time.",
  check: (definition, facts) =>
    allStates(definition)
      .filter(({ state }) => state.Type === 'Task')
      .flatMap((task) => problemsOf(task, facts)),
};

function problemsOf({ name, state }: LocatedState, facts: MachineFacts): Problem[] {
  const retriers = state.Retry ?? [];
  const retried = retriers.flatMap(({ ErrorEquals = [] }) => ErrorEquals);
  const better = (facts.contracts[name]?.errors ?? []).filter((error) => facts.errors[error]?.retried);
  const hopeless = retried.filter(
    (error) => facts.errors[error]?.retried === false || (CATCH_ALLS as readonly string[]).includes(error),
  );
  return [
    ...[...LAMBDA_FAULTS, ...better]
      .filter((error) => !retried.includes(error))
      .map((error) => problem(name, `does not retry ${error}, which can get better.`, `Name ${error} in a Retry.`)),
    ...hopeless.map((error) =>
      problem(name, `retries ${error}, which cannot get better by itself.`, `Take ${error} out of Retry.`),
    ),
    ...OWN_TIMEOUTS.filter((error) => attemptsFor(error, retriers) > 1).map((error) =>
      problem(name, `retries ${error} more than once.`, 'Give that Retry "MaxAttempts": 1.'),
    ),
  ];
}

function attemptsFor(error: string, retriers: readonly Retrier[]): number {
  return retriers.find(({ ErrorEquals }) => ErrorEquals?.includes(error))?.MaxAttempts ?? 0;
}

function problem(state: string, message: string, remedy: string): Problem {
  return { state, message, remedy };
}
