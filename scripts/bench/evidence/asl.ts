import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Definition } from '../../../local/engine/asl/definition.ts';
import { runStates } from '../../../local/engine/asl/run-states.ts';
import { StateFailure } from '../../../local/engine/asl/state-failure.ts';
import type { Host } from '../../../local/engine/asl/visit.ts';
import { createExecutionHost } from '../../../local/engine/execution-host.ts';
import type { Json } from '../../../statemachine/asl.ts';
import { readCases } from './case-files.ts';
import type { Measure, WorstCase } from './measure.ts';
import { worstOf } from './measure.ts';
import { mean, rounded } from './scores.ts';

const ExecutionCase = z.object({
  id: z.string(),
  definition: z.unknown(),
  input: z.json(),
  status: z.enum(['SUCCEEDED', 'FAILED']),
  output: z.json().optional(),
  error: z.string().optional(),
});
type ExecutionCase = z.infer<typeof ExecutionCase>;

/** How a case ended, or that the interpreter does not run such definitions. */
interface Ending {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'UNSUPPORTED';
  readonly output?: Json;
  readonly error?: string;
}

/** Recorded executions of state machines without tasks: share that end as recorded; `unsupported` counts those written in a language that is not run. */
export const measureAsl: Measure = async (folder) => {
  const cases = readCases(folder, 'asl/exec_cases.jsonl', ExecutionCase);
  if (cases === undefined) return undefined;
  const endings: { item: ExecutionCase; ending: Ending; right: boolean }[] = [];
  for (const item of cases) {
    const ending = await run(item);
    endings.push({ item, ending, right: isAsRecorded(item, ending) });
  }
  return {
    figures: {
      n: cases.length,
      right: rounded(mean(endings.map(({ right }) => Number(right)))),
      unsupported: endings.filter(({ ending }) => ending.status === 'UNSUPPORTED').length,
    },
    peers: {},
    worst: worstOf(
      endings
        .filter(({ ending }) => ending.status !== 'UNSUPPORTED')
        .map(({ item, ending, right }) => asWorstCase(item, ending, right)),
    ),
  };
};

function isAsRecorded({ status, output, error }: ExecutionCase, ending: Ending): boolean {
  if (status !== ending.status) return false;
  if (status === 'FAILED') return error === undefined || error === ending.error;
  return isDeepStrictEqual(ending.output, output);
}

function asWorstCase({ id, status, output }: ExecutionCase, ending: Ending, right: boolean): WorstCase {
  const shown = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 80);
  return {
    id,
    score: Number(right),
    reason: `${ending.status} ${ending.error ?? shown(ending.output)}, recorded ${status} ${shown(output)}`,
  };
}

async function run({ definition, input }: ExecutionCase): Promise<Ending> {
  const parsed = Definition.safeParse(definition);
  if (!parsed.success) return { status: 'UNSUPPORTED', error: parsed.error.issues[0]?.message ?? '' };
  const host = hostWithoutTime();
  const scope = { host, context: contextOf(input), signal: new AbortController().signal };
  try {
    const output = await runStates(parsed.data, input, scope);
    return { status: 'SUCCEEDED', output: JSON.parse(JSON.stringify(output)) };
  } catch (failure) {
    if (failure instanceof StateFailure) return { status: 'FAILED', error: failure.error };
    throw failure;
  }
}

/** The engine's own host, in which waits and retries take no time. */
function hostWithoutTime(): Host {
  return createExecutionHost({
    handlers: {},
    write: () => undefined,
    sleep: async () => undefined,
    random: () => 1,
    now: () => new Date(),
  });
}

function contextOf(input: Json): { readonly [key: string]: Json } {
  return {
    Execution: { Id: 'arn:of:the:execution', Name: 'one', Input: input, StartTime: new Date().toISOString() },
    StateMachine: { Id: 'arn:of:the:machine', Name: 'machine' },
  };
}
