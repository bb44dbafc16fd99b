import type { LambdaName } from '../../../contracts/functions.ts';
import type { PipelineContext } from '../../pipeline-context.ts';
import { accessLogName, arnOf, functionLogName } from '../../pipeline-context.ts';

/** What an alarm is about, and so where somebody has to look. */
export type AlarmSubject =
  | { readonly kind: 'executions'; readonly status: 'FAILED' | 'TIMED_OUT' | 'RUNNING' }
  | { readonly kind: 'function'; readonly name: LambdaName; readonly filter?: string; readonly since?: string }
  | { readonly kind: 'requests'; readonly filter?: string };

/** How far back a log is read; what counts over a day says so. */
const RECENTLY = '1h';

/** The command that shows what rang an alarm: the last executions that ended so, or the lines of the log. Names are known before anything exists, so that a plan can show them. */
export function inspectCommand(context: PipelineContext, subject: AlarmSubject): string {
  if (subject.kind === 'executions') {
    const machine = arnOf(context, 'states', `stateMachine:${context.stateMachineName}`);
    return `aws stepfunctions list-executions --region ${context.config.region} --state-machine-arn ${machine} --status-filter ${subject.status} --max-items 5`;
  }
  if (subject.kind === 'requests') return tail(context, accessLogName(context), subject);
  return tail(context, functionLogName(context, subject.name), subject);
}

function tail(
  { config }: PipelineContext,
  group: string,
  { filter, since = RECENTLY }: { readonly filter?: string; readonly since?: string },
): string {
  const pattern = filter === undefined ? '' : ` --filter-pattern '${filter}'`;
  return `aws logs tail ${group} --region ${config.region} --since ${since}${pattern}`;
}
