import { describe, expect, it } from '@jest/globals';
import { runSmoke } from '../../../../scripts/operate/smoke/run-smoke.ts';
import { replaceAwsVariables } from '../../../support/aws-protocol/account/aws-environment.ts';
import { localApi } from '../../../support/local-api.ts';
import { Sink } from '../operator-sink.ts';

import { closing, smoke } from './smoke-on-loopback.ts';

const local = await localApi({ scenario: 'ok' });

const listing = async (): Promise<readonly string[]> => {
  const { data } = await local.api.GET('/pipeline', { params: { query: { limit: 100 } } });
  return (data?.runs ?? []).map(({ execution_id }) => execution_id);
};

describe('a run in which all is well', () => {
  it('uploads, starts, follows, holds every quote against its source, tells times and cost, and leaves nothing behind', async () => {
    // Act
    const { exitCode, out, err } = await smoke(local.server.url, [
      '--company',
      'Kindlewater',
      '--job',
      'local/demo/documents/job-description.docx',
      '--max-pages',
      '6',
    ]);

    // Assess
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^ok {6}documents .* 2 uploaded$/m);
    const [, all = '', exact = ''] = /of (\d+) quotes (\d+) stand to the letter/.exec(out) ?? [];
    expect(Number(all)).toBeGreaterThan(20);
    expect(exact).toBe(all);
    expect(out).toContain('read again, because the API gives out no texts');
    expect(out).toMatch(/^GenerateBrief +succeeded +\d+\.\d +1$/m);
    expect(out).toContain('estimated cost: $0.0000');
    expect(err).toContain('SUCCEEDED: CreateSession succeeded');
    expect(await listing()).toEqual([]);
  });

  it('signs requests, survives the gateway’s own throttle, and sees that nobody else is let in', async () => {
    // Prepare
    const { server } = await localApi({ scenario: 'throttled', authorizer: 'iam' });
    closing.push(replaceAwsVariables(server.credentials));

    // Act
    const { exitCode, out } = await smoke(server.url, ['--env', 'dev', '--no-resume', '--keep']);

    // Assess
    expect(exitCode).toBe(0);
    expect(out).toContain('signed with credentials of AWS; refused without (403)');
    expect(out).toMatch(/^AnalyzeWithComprehend +succeeded +\d+\.\d +2$/m);
    expect(out).toMatch(/The run is still there: DELETE \/pipeline\/\S+ forgets it\./);
  });

  it('sends a token, and tells what a degraded run lacks as a warning', async () => {
    // Prepare
    const { server } = await localApi({ scenario: 'degraded', token: 'a-secret' });

    // Act
    const { exitCode, out } = await smoke(server.url, ['--no-resume'], { SMOKE_TOKEN: 'a-secret' });

    // Assess
    expect(exitCode).toBe(0);
    expect(out).toContain('with the token of SMOKE_TOKEN; refused without (401)');
    expect(out).toMatch(/^warning run .*SUCCEEDED, degraded/m);
  });
});

describe('a mistake in what was given', () => {
  it.each<[readonly string[], Readonly<Record<string, string>>, string]>([
    [['--url', 'https://api.example'], {}, 'Name the environment with --env'],
    [['--url', 'ftp://api.example'], {}, 'must be an http or https address'],
    [['--url', 'http://127.0.0.1:9', '--resume', 'nothing.pdf'], {}, 'nothing.pdf cannot be read'],
    [['--url', 'http://127.0.0.1:9', '--resume', 'package.json'], {}, 'is of no type that the API takes'],
    [
      ['--url', 'https://api.example', '--env', 'dev'],
      { DEPLOY_AUTHORIZER: '{"type":"jwt","issuer":"https://login.example/","audience":["a"]}' },
      'Set SMOKE_TOKEN',
    ],
  ])('ends with 2: %j', async (argv, variables, complaint) => {
    // Prepare
    const [out, err] = [new Sink(), new Sink()];

    // Act
    const exitCode = await runSmoke(argv, { out, err }, { root: process.cwd(), variables });

    // Assess
    expect(exitCode).toBe(2);
    expect(err.text).toContain(complaint);
  });
});
