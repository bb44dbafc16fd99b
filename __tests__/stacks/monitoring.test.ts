import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LAMBDA_NAMES, LAMBDAS } from '../../contracts/functions.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { resourcesOf, synthesize, writeStandInBundles } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = await temporaryFolder('monitoring');

describe('monitoring', () => {
  // Prepare, for all
  const dev = synthesize(exampleConfig('dev'), `${folder}/dev`);
  const prod = synthesize(exampleConfig('prod'), `${folder}/prod`);
  const alarms = new Map(
    resourcesOf(prod, 'aws_cloudwatch_metric_alarm').map((alarm) => [
      String(alarm.alarm_name).slice('interview-pipeline-prod-'.length),
      alarm,
    ]),
  );

  test('rings for executions, functions, the API, and what is paid for', () => {
    expect([...alarms.keys()]).toEqual(
      expect.arrayContaining([
        'executions-failed',
        'executions-timed-out',
        'executions-throttled',
        'lost-repairs',
        'api-5xx',
        'api-slow',
        'tokens',
        'comprehend-units',
        ...LAMBDA_NAMES.flatMap((name) => [`${name}-errors`, `${name}-near-timeout`]),
      ]),
    );
  });

  test('rings for a function at nine tenths of its timeout', () => {
    for (const name of LAMBDA_NAMES) {
      expect(alarms.get(`${name}-near-timeout`)).toMatchObject({
        metric_name: 'Duration',
        statistic: 'Maximum',
        threshold: LAMBDAS[name].timeout_seconds * 900,
      });
    }
  });

  test('says with each alarm by which command what rang it is seen: in a log of this stack, or among its executions', () => {
    // Prepare
    const groups = new Set(resourcesOf(prod, 'aws_cloudwatch_log_group').map(({ name }) => String(name)));
    const machines = resourcesOf(prod, 'aws_sfn_state_machine').map(({ name }) => String(name));

    for (const [name, { alarm_description }] of alarms) {
      // Act
      const command = /Inspect: (aws .+)$/.exec(String(alarm_description))?.[1] ?? '';
      const [, group = ''] = /^aws logs tail (\S+) --region eu-west-1 --since \d[hd]/.exec(command) ?? [];
      const [, machine = ''] = /^aws stepfunctions list-executions .*:stateMachine:(\S+) /.exec(command) ?? [];

      // Assess
      expect([name, groups.has(group) || machines.includes(machine)]).toEqual([name, true]);
    }
    expect(alarms.get('GenerateBrief-errors')?.alarm_description).toContain(
      `/aws/lambda/interview-pipeline-prod-GenerateBrief --region eu-west-1 --since 1h --filter-pattern '{ $.level = "ERROR" }'`,
    );
  });

  test('reaches the configured address', () => {
    expect(resourcesOf(prod, 'aws_sns_topic_subscription')).toEqual([
      expect.objectContaining({ protocol: 'email', endpoint: 'oncall@example.com' }),
    ]);
  });

  test('says in the outputs and at synthesis that it reaches nobody where no address is configured', () => {
    // Prepare
    const checkout = join(folder, 'checkout');
    mkdirSync(checkout);
    for (const path of ['main.ts', 'stacks', 'contracts', 'statemachine', 'deploy', 'package.json'])
      cpSync(join(ROOT, path), join(checkout, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    writeStandInBundles(join(checkout, 'build/functions'));

    // Act
    const { status, stderr } = spawnSync(process.execPath, ['main.ts'], {
      cwd: checkout,
      env: { ...process.env, DEPLOY_ENV: 'dev' },
      encoding: 'utf8',
    });

    // Assess
    expect(status).toBe(0);
    expect(stderr).toContain('Warning: alarms.email is not set, so alarms reach nobody.');
    const { output } = JSON.parse(
      readFileSync(join(checkout, 'cdktf.out/stacks/interview-pipeline-dev/cdk.tf.json'), 'utf8'),
    );
    expect(output.alarms_go_to.value).toMatch(/^WARNING: nobody/);
    expect(resourcesOf(dev, 'aws_sns_topic_subscription')).toEqual([]);
  });

  test('shows every function, the runs and the API on one page', () => {
    // Act
    const [dashboard] = resourcesOf(prod, 'aws_cloudwatch_dashboard');
    const body = String(dashboard?.dashboard_body);

    // Assess
    for (const name of LAMBDA_NAMES) expect(body).toContain(`aws_lambda_function.${name}_function`);
    for (const metric of ['ExecutionsFailed', '5xx', 'InputTokens', 'ComprehendUnits']) expect(body).toContain(metric);
  });
});

test('the outputs name what a caller and an operator need', () => {
  // Act
  const { output } = JSON.parse(synthesize(exampleConfig('prod'), `${folder}/outputs`).text);

  // Assess
  expect(Object.keys(output)).toEqual(
    expect.arrayContaining(['state_machine_arn', 'api_url', 'artifacts_bucket', 'sessions_table', 'alarms_go_to']),
  );
  expect(output.alarms_go_to.value).toBe('oncall@example.com');
});
