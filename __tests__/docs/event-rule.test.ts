import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ExecutionStatusChange, updateSession } from '../../contracts/index.ts';
import { ExecutionStore } from '../../local/engine/execution-store.ts';
import { dataFolder } from '../../local/services/data-folder.ts';
import { localApi, runsFolder, runWhen } from '../support/local-api.ts';

const STATE_MACHINE_ARN = 'arn:aws:states:eu-west-1:111122223333:stateMachine:interview-pipeline-dev';

/** Milliseconds between two looks at an execution. */
const POLL_MS = 20;

/** An event pattern as the guide uses it: at each leaf the values that are taken. */
type Pattern = { readonly [key: string]: Pattern | readonly string[] };

const Pattern: z.ZodType<Pattern> = z.lazy(() => z.record(z.string(), z.union([Pattern, z.array(z.string())])));

/** The rule of the guide, for our state machine. */
async function documentedRule(): Promise<Pattern> {
  const guide = await readFile('docs/api.md', 'utf8');
  const [, json = ''] = /## Being told instead of asking[\s\S]*?```json\n([\s\S]*?)```/.exec(guide) ?? [];
  return Pattern.parse(JSON.parse(json.replaceAll('STATE_MACHINE_ARN', STATE_MACHINE_ARN)));
}

/** Whether EventBridge would hand on an event: every key of the pattern is there, with one of the values listed. */
function matches(pattern: Pattern, event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false;
  return Object.entries(pattern).every(([key, wanted]) => {
    const value: unknown = Reflect.get(event, key);
    return Array.isArray(wanted) ? wanted.includes(value) : matches(wanted as Pattern, value);
  });
}

/** The event that Step Functions sends about an execution. */
function eventOf(status: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    version: '0',
    source: 'aws.states',
    'detail-type': 'Step Functions Execution Status Change',
    account: '111122223333',
    detail: {
      executionArn: `${STATE_MACHINE_ARN.replace('stateMachine', 'execution')}:t0mwrw65yz-1i2r1dvhhuas8nbotob2q8bs5r-1`,
      stateMachineArn: STATE_MACHINE_ARN,
      name: 't0mwrw65yz-1i2r1dvhhuas8nbotob2q8bs5r-1',
      status,
      startDate: 1_795_340_000_000,
      stopDate: null,
      input: '{}',
      output: null,
      ...more,
    },
  };
}

/** What an execution gave, once it has ended: its row says so a moment earlier. */
async function outputOf(executionId: string, folder: string): Promise<unknown> {
  const store = new ExecutionStore(dataFolder(folder).executions, true);
  try {
    while (store.find(executionId)?.description.status === 'RUNNING') await delay(POLL_MS);
    return store.find(executionId)?.description.output;
  } finally {
    store.close();
  }
}

describe('the rule of the guide', () => {
  it.each(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'])('hands on that a run is %s', async (status) => {
    // Act
    const rule = await documentedRule();

    // Assess
    expect(ExecutionStatusChange.safeParse(eventOf(status)).success).toBe(true);
    expect(matches(rule, eventOf(status))).toBe(true);
  });

  it('keeps back runs that have just begun, and other state machines', async () => {
    // Act
    const rule = await documentedRule();

    // Assess
    expect(matches(rule, eventOf('RUNNING'))).toBe(false);
    expect(matches(rule, eventOf('SUCCEEDED', { stateMachineArn: `${STATE_MACHINE_ARN}-other` }))).toBe(false);
    expect(matches(rule, { ...eventOf('SUCCEEDED'), source: 'aws.batch' })).toBe(false);
  });

  it('brings the output of a real run, which says where the brief lies', async () => {
    // Prepare
    const folder = await runsFolder();
    const own = await localApi({ scenario: 'ok', folder });
    const body = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 1 };
    const { data } = await own.api.POST('/pipeline', { body });
    const executionId = data?.execution_id ?? '';
    await runWhen(own, executionId);

    // Act
    const output = await outputOf(executionId, folder);
    const event = ExecutionStatusChange.parse(
      eventOf('SUCCEEDED', { name: executionId, output: JSON.stringify(output) }),
    );

    // Assess
    const told = updateSession.output.parse(JSON.parse(event.detail.output ?? ''));
    expect(told).toMatchObject({ session_id: data?.session_id, status: 'SUCCEEDED', degraded: false });
    expect(JSON.stringify(told)).toContain(`briefs/${data?.session_id}/`);
  });
});
