import { describe, expect, it } from '@jest/globals';
import type { Alteration, Interception } from '../../../support/altering-proxy.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../../support/aws-protocol/account/aws-environment.ts';
import { localApi } from '../../../support/local-api.ts';
import { ended, executionId, local, smokeThrough, startsWithIt } from './smoke-on-ended-run.ts';
import { closing, smoke } from './smoke-on-loopback.ts';

describe('an API that does not keep its word', () => {
  it.each<[string, string, Alteration, RegExp]>([
    [
      'answers health with something else',
      'health',
      ({ path }) => (path === '/health' ? { body: '{"status":"fine"}' } : undefined),
      /does not keep to the contract \(status:/,
    ],
    [
      'answers with a page of some proxy',
      'brief',
      ({ path, accept }) =>
        path.endsWith('/brief') && accept === 'application/json' ? { body: '<html>Please sign in</html>' } : undefined,
      /is no JSON: <html>Please sign in/,
    ],
    [
      'gives Markdown for HTML',
      'brief',
      ({ path, accept }) => (path.endsWith('/brief') && accept === 'text/html' ? { body: '# A brief' } : undefined),
      /not in their form/,
    ],
  ])('%s', async (_what, step, alter, message) => {
    // Act
    const { exitCode, failed } = await smokeThrough(alter);

    // Assess
    expect(exitCode).toBe(4);
    expect(failed?.step).toBe(step);
    expect(failed?.message).toMatch(message);
  });

  it('starts two runs under one key', async () => {
    // Prepare
    let starts = 0;
    const eachItsOwn: Interception = (method, path) => {
      starts += 1;
      const started = { ...ended, execution_id: `run-${starts}` };
      return method === 'POST' && path === '/pipeline' ? { status: 202, body: JSON.stringify(started) } : undefined;
    };

    // Act
    const { exitCode, result } = await smokeThrough(() => undefined, [], eachItsOwn);

    // Assess
    expect(exitCode).toBe(4);
    expect(result.steps.find(({ step }) => step === 'start')?.message).toMatch(/started two runs: run-\d and run-\d/);
  });

  it('says that it has deleted a run and lists it all the same', async () => {
    // Prepare
    const pretends: Interception = (method, path) =>
      method === 'DELETE' ? { status: 204, body: '' } : startsWithIt(method, path);

    // Act
    const { exitCode, failed } = await smokeThrough(() => undefined, [], pretends);

    // Assess
    expect(exitCode).toBe(4);
    expect(failed).toMatchObject({ step: 'delete', message: `${executionId} was deleted and is still listed.` });
  });

  it('answers 403 as the gateway does, which ends with 5', async () => {
    // Act
    const { exitCode, failed } = await smokeThrough(({ path }) =>
      path === '/pipeline' ? { status: 403, body: '{"message":"Forbidden"}' } : undefined,
    );

    // Assess
    expect(exitCode).toBe(5);
    expect(failed).toMatchObject({ step: 'sign-in', permission: true });
    expect(failed?.message).toContain('Forbidden (by the gateway)');
  });

  it('lets anybody call although it should not', async () => {
    // Prepare
    closing.push(replaceAwsVariables(MADE_UP_CREDENTIALS));

    // Act
    const { exitCode, out } = await smoke(local.server.url, ['--env', 'dev', '--no-resume']);

    // Assess
    expect(exitCode).toBe(4);
    expect(out).toContain('answered with 200: anybody may call');
  });

  it('ends without a brief, and says in which state, why, and what to do', async () => {
    // Prepare
    const { server } = await localApi({ scenario: 'failed' });

    // Act
    const { exitCode, out } = await smoke(server.url, ['--no-resume']);

    // Assess
    expect(exitCode).toBe(4);
    expect(out).toMatch(/^failed {2}run .*FAILED in GenerateBrief: .*The writer gave up/m);
    expect(out).toMatch(/The run is still there/);
  });

  it('is not there', async () => {
    // Act
    const { exitCode, out } = await smoke('http://127.0.0.1:9');

    // Assess
    expect(exitCode).toBe(4);
    expect(out).toMatch(/health was not answered[\s\S]*api_url/);
  });
});
