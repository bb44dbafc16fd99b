import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LAMBDA_NAMES } from '../../../contracts/functions.ts';
import { runRollback } from '../../../scripts/operate/rollback/run-rollback.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../support/aws-protocol/account/aws-environment.ts';
import type { LambdaServer } from '../../support/aws-protocol/lambda/lambda-server.ts';
import { serveLambda } from '../../support/aws-protocol/lambda/lambda-server.ts';
import { Sink } from './operator-sink.ts';

const root = join(import.meta.dirname, '../../..');

/** Three deployments; the last one changed GenerateBrief alone. */
const MONDAY = '2026-11-16T10:00:00.000+0000';
const WEDNESDAY = '2026-11-18T10:00:00.000+0000';
const FRIDAY = '2026-11-20T10:00:00.000+0000';

let lambda: LambdaServer;
let restore: () => void;

beforeEach(async () => {
  const functions = LAMBDA_NAMES.map((name) => {
    const arn = `arn:aws:lambda:eu-west-1:111122223333:function:interview-pipeline-dev-${name}`;
    const changedOnFriday = name === 'GenerateBrief';
    const versions = { 1: MONDAY, 2: WEDNESDAY, ...(changedOnFriday ? { 3: FRIDAY } : {}) };
    return [arn, { versions, live: changedOnFriday ? '3' : '2' }];
  });
  lambda = await serveLambda(Object.fromEntries(functions));
  restore = replaceAwsVariables({ ...MADE_UP_CREDENTIALS, AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint });
});

afterEach(async () => {
  restore();
  await lambda.close();
});

async function rollback(...argv: readonly string[]) {
  const [out, err] = [new Sink(), new Sink()];
  const exitCode = await runRollback(['--env', 'dev', ...argv], { out, err }, { root, variables: {} });
  return { exitCode, out: out.text, err: err.text };
}

describe('a rollback', () => {
  test('moves one alias to the version before, and says how Terraform is told', async () => {
    // Act
    const { exitCode, out } = await rollback('--function', 'GenerateBrief', '--to', 'previous');

    // Assess
    expect(exitCode).toBe(0);
    expect(lambda.changes).toEqual(['PUT interview-pipeline-dev-GenerateBrief 2']);
    expect(out).toMatch(/GenerateBrief +3 +→ 2 +published 2026-11-18T10:00:00.000Z/);
    expect(out).toContain('The next apply moves them forward again.');
    expect(out).toContain('"pinnedVersions": {"GenerateBrief":"2"}');
  });

  test('takes a whole deployment back to a time: what was not changed since stays', async () => {
    // Act
    const { exitCode, out } = await rollback('--all', '--to', '2026-11-19T00:00Z');

    // Assess
    expect(exitCode).toBe(0);
    expect(lambda.changes).toEqual(['PUT interview-pipeline-dev-GenerateBrief 2']);
    expect(out.match(/stays/g)).toHaveLength(LAMBDA_NAMES.length - 1);
  });

  test('moves every alias where a deployment had changed all', async () => {
    // Act
    await rollback('--all', '--to', '2026-11-17');

    // Assess
    expect(lambda.changes).toHaveLength(LAMBDA_NAMES.length);
    expect(new Set(Object.values(lambda.functions).map(({ live }) => live))).toEqual(new Set(['1']));
  });

  test('moves nothing when it is asked what it would do', async () => {
    // Act
    const { out } = await rollback('--all', '--to', 'previous', '--dry-run');

    // Assess
    expect(out).toContain('→ 2');
    expect(lambda.changes).toEqual([]);
  });

  test('moves nothing at all when one function has no such version', async () => {
    // Act
    const { exitCode, err } = await rollback('--all', '--to', '2026-11-01');

    // Assess
    expect(exitCode).toBe(2);
    expect(err).toMatch(/has no version that was published by 2026-11-01T00:00:00.000Z/);
    expect(err).toContain('Published and still there: 1 (2026-11-16T10:00:00.000Z)');
    expect(lambda.changes).toEqual([]);
  });

  test('says what was moved and what was not when somebody else moves an alias at the same time', async () => {
    // Prepare
    lambda.refuse(
      'interview-pipeline-dev-ScrapeCompany',
      412,
      'PreconditionFailedException',
      'The Revision Id differs',
    );

    // Act
    const { exitCode, err } = await rollback('--function', 'CreateSession', 'ScrapeCompany', '--to', 'previous');

    // Assess
    expect(exitCode).toBe(4);
    expect(lambda.changes).toEqual(['PUT interview-pipeline-dev-CreateSession 1']);
    expect(err).toContain('ScrapeCompany was not moved');
    expect(err).toContain('Moved before: CreateSession.');
  });

  test('names action and function when the credentials may not move aliases', async () => {
    // Prepare
    lambda.refuse('interview-pipeline-dev-CreateSession', 403, 'AccessDeniedException', 'not authorized');

    // Act
    const { exitCode, err } = await rollback('--function', 'CreateSession', '--to', '1');

    // Assess
    expect(exitCode).toBe(4);
    expect(err).toMatch(
      /Allow lambda:UpdateAlias on arn:aws:lambda:eu-west-1:111122223333:function:\S+-CreateSession:live/,
    );
  });

  test.each([
    [['--to', 'previous'], /Give --function NAME, or --all/],
    [['--all', '--to', '3'], /one number does not fit several/],
    [['--all', '--to', 'yesterday'], /Give a version number, "previous", or a time/],
    [['--function', 'Nobody', '--to', '3'], /Allowed choices are CreateSession/],
    [['--function', 'GenerateBrief', '--to', '9'], /GenerateBrief has no version 9/],
    [['--function', 'GenerateBrief'], /required option '--to/],
  ])('refuses %j', async (argv, message) => {
    // Act
    const { exitCode, err } = await rollback(...argv);

    // Assess
    expect(err).toMatch(message);
    expect(exitCode).toBe(2);
    expect(lambda.changes).toEqual([]);
  });
});
