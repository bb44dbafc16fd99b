import type { PipelineStatusResponse } from '../../../contracts/index.ts';
import type { OperatorStreams } from '../terminal.ts';
import { columns, writeLine } from '../terminal.ts';
import type { SmokeResult } from './smoke-run.ts';
import type { StepResult } from './step-log.ts';

/** Writes what a step came to. */
export function writeStep({ step, status, seconds, message, remedy }: StepResult, { out }: OperatorStreams): void {
  const [first = '', ...more] = message.split('\n');
  writeLine(out, `${status.padEnd(8)}${step.padEnd(11)}${`${seconds.toFixed(1)} s`.padStart(8)}  ${first}`);
  for (const line of more) writeLine(out, `         ${line}`);
  if (remedy !== undefined) writeLine(out, `         What to do: ${remedy}`);
}

/** Writes the states of the run with their times, and what it used. */
export function writeRun({ run, brief, execution_id, steps }: SmokeResult, { out }: OperatorStreams): void {
  if (run !== undefined) {
    writeLine(out);
    for (const line of columns([['state', 'status', 'seconds', 'invocations'], ...stateRows(run)]))
      writeLine(out, line);
  }
  if (brief !== undefined) {
    const used = Object.entries(brief.usage).flatMap(([name, value]) =>
      typeof value === 'number' && value > 0 ? [`${name} ${value}`] : [],
    );
    writeLine(out, `used: ${used.join(', ')}`);
    const { unpriced, estimated_cost_usd } = run?.usage ?? brief.usage;
    const without = unpriced.length === 0 ? '' : `, without ${unpriced.join(' and ')}, which have no price here`;
    writeLine(out, `estimated cost: $${estimated_cost_usd.toFixed(4)}${without}`);
  }
  const failed = steps.filter(({ status }) => status === 'failed').map(({ step }) => step);
  const forgotten = steps.some(({ step, status }) => step === 'delete' && status === 'ok');
  if (execution_id !== undefined && !forgotten)
    writeLine(out, `The run is still there: DELETE /pipeline/${execution_id} forgets it.`);
  writeLine(out, failed.length === 0 ? 'smoke: all is well' : `smoke: ${failed.join(', ')} failed`);
}

/** The result for a program to read: no text of a document or a page, except quotes that do not stand. */
export function asJson({ run, brief, quotes, ...rest }: SmokeResult): object {
  const amiss = quotes?.filter(({ verdict }) => verdict === 'missing' || verdict === 'unchecked');
  return {
    ...rest,
    ...(run && { states: run.states, estimated_cost_usd: run.estimated_cost_usd }),
    ...(brief && { usage: brief.usage, degraded: brief.degraded }),
    ...(quotes && { quotes: { count: quotes.length, amiss } }),
  };
}

/** The states in a line, as the run goes on. */
export function progressLine({ status, states }: PipelineStatusResponse): string {
  return `${status}: ${states.map(({ state, status: how }) => `${state} ${how}`).join(', ') || 'nothing has begun'}`;
}

function stateRows({ states }: PipelineStatusResponse): string[][] {
  return states.map(({ state, status, started_at, ended_at, invocations, reused }) => {
    const seconds = ended_at === undefined ? '' : ((Date.parse(ended_at) - Date.parse(started_at)) / 1_000).toFixed(1);
    return [state, status, seconds, `${invocations}${reused ? ', a stored result' : ''}`];
  });
}
