import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runDoctor } from '../../../../scripts/operate/doctor/run-doctor.ts';
import { QUOTAS, quota } from '../../../support/aws-protocol/account/account-facts.ts';
import { replaceAwsVariables } from '../../../support/aws-protocol/account/aws-environment.ts';
import { Sink } from '../operator-sink.ts';
import type { Given } from './doctor-on-loopback.ts';
import { closing, complaints, whole } from './doctor-on-loopback.ts';

describe('what is unknown or unwise', () => {
  it.each<[string, string, Given, RegExp]>([
    [
      'a new account',
      'quota: functions at once',
      {
        facts: {
          quotas: { ...QUOTAS, lambda: [{ QuotaName: 'Concurrent executions', QuotaCode: 'L-B99A9384', Value: 10 }] },
        },
      },
      /--quota-code L-B99A9384 --desired-value 50/,
    ],
    [
      'a rate above the quota',
      'quota: textract',
      { settings: { DEPLOY_VARIABLES: '{"TEXTRACT_PAGES_PER_SECOND": "20"}' } },
      /TEXTRACT_PAGES_PER_SECOND to "5"/,
    ],
    [
      'a quota under another name',
      'quota: comprehend',
      { facts: { quotas: { ...QUOTAS, comprehend: [quota('Something else', 1)] } } },
      /list-service-quotas --region eu-west-1 --service-code comprehend/,
    ],
    [
      'a lock that somebody holds',
      'state lock',
      {
        s3: (request) =>
          request.method === 'PUT'
            ? { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' }
            : whole(request),
      },
      /terraform force-unlock/,
    ],
    [
      'regions that the profile never uses',
      'inference profile',
      {
        settings: {
          DEPLOY_MODEL_DESTINATION_REGIONS: '["eu-central-1","eu-north-1","eu-west-1","eu-west-3","us-east-1"]',
        },
      },
      /destinationRegions/,
    ],
  ])('%s is a warning, and the exit code stays 0', async (_what, check, given, remedy) => {
    // Act
    const { exitCode, found } = await complaints(given);

    // Assess
    expect(exitCode).toBe(0);
    expect(Object.keys(found)).toEqual([check]);
    expect(found[check]).toMatchObject({ status: 'warning' });
    expect(found[check]?.remedy).toMatch(remedy);
  });

  it.each([
    ['bedrock:GetInferenceProfile', 'inference profile', /inference-profile\/eu\.anthropic/],
    ['states:DescribeStateMachine', 'deployed stack', /stateMachine:interview-pipeline-dev/],
    ['servicequotas:ListServiceQuotas', 'quota: comprehend', /ListServiceQuotas on \*/],
  ])(
    'a permission that a check lacks, %s, is named with its resource and hides nothing else',
    async (action, check, resource) => {
      // Act
      const { exitCode, found } = await complaints({ denied: [action] });

      // Assess
      expect(exitCode).toBe(0);
      expect(found[check]).toMatchObject({ status: 'warning' });
      expect(found[check]?.remedy).toContain(`Allow ${action} on `);
      expect(found[check]?.remedy).toMatch(resource);
      expect(found.account).toBeUndefined();
    },
  );

  it('bundles that were never made are a warning with the command that makes them', async () => {
    // Prepare
    const root = mkdtempSync(join(tmpdir(), 'doctor-'));
    closing.push(() => rmSync(root, { recursive: true, force: true }));
    cpSync('deploy', join(root, 'deploy'), { recursive: true });
    closing.push(replaceAwsVariables({}));
    const out = new Sink();

    // Act
    const exitCode = await runDoctor(['--env', 'dev'], { out, err: out }, { root, variables: {} });

    // Assess
    expect(exitCode).toBe(5);
    expect(out.text).toMatch(/warning {2}bundles .*missing/);
    expect(out.text).toContain('What to do: npm run bundle');
  });
});
