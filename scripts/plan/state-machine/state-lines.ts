import type { Catcher, ChoiceRule, Retrier, State } from '../../../statemachine/asl.ts';
import { canonical } from '../json-values.ts';

/** A state as lines of text, each saying one thing about it: what is compared. */
export function stateLines(state: State): string[] {
  const { Retry = [], Catch = [], Choices = [], Branches = [], ...fields } = state;
  return [
    ...Object.entries(fields).map(([name, value]) => `${name}: ${canonical(value)}`),
    ...Retry.map(retryLine),
    ...Catch.map(catchLine),
    ...Choices.map(choiceLine),
    ...Branches.map((branch, index) => `Branch ${index + 1} starts at ${branch.StartAt}`),
  ];
}

function retryLine(retrier: Retrier): string {
  const { ErrorEquals = [], IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2, MaxDelaySeconds } = retrier;
  const cap = MaxDelaySeconds === undefined ? '' : `, at most ${MaxDelaySeconds} s`;
  const jitter = retrier.JitterStrategy === undefined ? '' : `, jitter ${retrier.JitterStrategy}`;
  return `Retry ${ErrorEquals.join(', ')}: ${MaxAttempts} × after ${IntervalSeconds} s × ${BackoffRate}${cap}${jitter}`;
}

function catchLine({ ErrorEquals = [], Next, ResultPath = '$' }: Catcher): string {
  return `Catch ${ErrorEquals.join(', ')} → ${Next}, error at ${ResultPath}`;
}

function choiceLine({ Next, ...rule }: ChoiceRule): string {
  return `Choice ${canonical(rule)} → ${Next ?? 'nothing'}`;
}
