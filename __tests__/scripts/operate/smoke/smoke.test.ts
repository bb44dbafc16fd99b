import { afterEach, describe, expect, it } from '@jest/globals';
import type { Brief } from '../../../../contracts/index.ts';
import { dataFolder } from '../../../../local/services/data-folder.ts';
import { runSmoke } from '../../../../scripts/operate/smoke/run-smoke.ts';
import type { StepResult } from '../../../../scripts/operate/smoke/step-log.ts';
import { createFileArtifactStore } from '../../../../services/artifacts/file-artifact-store.ts';
import type { Alteration, Interception } from '../../../support/altering-proxy.ts';
import { startAlteringProxy } from '../../../support/altering-proxy.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../../support/aws-protocol/account/aws-environment.ts';
import { localApi, runsFolder, runWhen } from '../../../support/local-api.ts';
import { startS3Server } from '../../../support/s3/s3-server.ts';
import { Sink } from '../operator-sink.ts';

const RUN_TIMEOUT_MS = 60_000;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const folder = await runsFolder();
const local = await localApi({ scenario: 'ok', folder });

/** A run that has ended: proxies answer a start with it, so that not every test has to wait for one of its own. */
const { data: ended } = await local.api.POST('/pipeline', {
  body: { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 3 },
});
const executionId = ended?.execution_id ?? '';
await runWhen(local, executionId);
const startsWithIt: Interception = (method, path) =>
  method === 'POST' && path === '/pipeline' ? { status: 202, body: JSON.stringify(ended) } : undefined;

/** Runs the command against an address and gives what it said. */
async function smoke(url: string, flags: readonly string[] = [], variables: Readonly<Record<string, string>> = {}) {
  const [out, err] = [new Sink(), new Sink()];
  const exitCode = await runSmoke(['--url', url, ...flags], { out, err }, { root: process.cwd(), variables });
  return { exitCode, out: out.text, err: err.text };
}

/** Runs the command for a program to read on the run that has ended, with answers altered on their way. */
async function smokeThrough(alter: Alteration, flags: readonly string[] = ['--keep'], intercept = startsWithIt) {
  const proxy = await startAlteringProxy(local.server.url, alter, intercept);
  closing.push(proxy.close);
  const { exitCode, out } = await smoke(proxy.url, ['--json', '--no-resume', ...flags]);
  const result = JSON.parse(out) as { readonly steps: readonly StepResult[]; readonly execution_id?: string };
  const failed = result.steps.find(({ status }) => status === 'failed');
  const message = result.steps.find(({ step }) => step === 'quotes')?.message;
  return { exitCode, result, failed, message, steps: result.steps.map(({ step }) => step) };
}

/** Alters the brief on its way as JSON. */
function alteringBrief(change: (brief: Brief) => void): Alteration {
  return ({ path, accept, body }) => {
    if (!path.endsWith('/brief') || accept !== 'application/json') return undefined;
    const brief = JSON.parse(body) as Brief;
    change(brief);
    return { body: JSON.stringify(brief) };
  };
}

/** The first quote of a brief that has a letter to change. */
function firstCitation(brief: Brief) {
  const [citation] = brief.sections.flatMap(({ claims }) => claims).flatMap(({ citations }) => citations);
  if (citation === undefined) throw new Error('The brief has no quote.');
  return citation;
}

const listing = async (): Promise<readonly string[]> => {
  const { data } = await local.api.GET('/pipeline', { params: { query: { limit: 100 } } });
  return (data?.runs ?? []).map(({ execution_id }) => execution_id);
};

describe('a run in which all is well', () => {
  it(
    'uploads, starts, follows, holds every quote against its source, tells times and cost, and leaves nothing behind',
    async () => {
      // Act
      const { exitCode, out, err } = await smoke(local.server.url, [
        '--company',
        'Kindlewater',
        '--job',
        'local/demo/documents/job-description.docx',
        '--max-pages',
        '12',
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
      expect(await listing()).toEqual([executionId]);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'signs requests, survives the gateway’s own throttle, and sees that nobody else is let in',
    async () => {
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
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'sends a token, and tells what a degraded run lacks as a warning',
    async () => {
      // Prepare
      const { server } = await localApi({ scenario: 'degraded', token: 'a-secret' });

      // Act
      const { exitCode, out } = await smoke(server.url, ['--no-resume'], { SMOKE_TOKEN: 'a-secret' });

      // Assess
      expect(exitCode).toBe(0);
      expect(out).toContain('with the token of SMOKE_TOKEN; refused without (401)');
      expect(out).toMatch(/^warning run .*SUCCEEDED, degraded/m);
    },
    RUN_TIMEOUT_MS,
  );
});

describe('a brief that is not true to its sources', () => {
  it.each<[string, (brief: Brief) => void, RegExp]>([
    [
      'a quote with one word changed',
      (brief) => {
        const citation = firstCitation(brief);
        citation.quote = citation.quote.replace(/[a-z](?=[a-z]*[.,]?$)/, (letter) => (letter === 'x' ? 'y' : 'x'));
      },
      /1 do not stand where they should[\s\S]*quotes ".*" from [DW]\d+, but the text says/,
    ],
    [
      'a quote of another place',
      (brief) => {
        const citation = firstCitation(brief);
        citation.start += 1;
        citation.end += 1;
      },
      /1 do not stand where they should/,
    ],
    [
      'a quote that is longer than its place',
      (brief) => {
        firstCitation(brief).quote += '!';
      },
      /it has \d+ characters, its place \d+/,
    ],
    [
      'a quote of a source that there is not',
      (brief) => {
        firstCitation(brief).source_id = 'W99';
      },
      /the brief has no source W99/,
    ],
    [
      'a quote changed in a source that reads otherwise now',
      (brief) => {
        const citation = firstCitation(brief);
        citation.quote = citation.quote.replace(/[a-z]/, (letter) => (letter === 'x' ? 'y' : 'x'));
        for (const source of brief.sources) source.sha256 = '0'.repeat(64);
      },
      /1 do not stand where they should[\s\S]*it does not stand in the source as it is now/,
    ],
    [
      'no quote at all',
      (brief) => {
        brief.sections = [];
      },
      /of 0 quotes/,
    ],
  ])('%s ends with 4 and keeps the run', async (_what, change, message) => {
    // Act
    const { exitCode, failed, steps } = await smokeThrough(alteringBrief(change), []);

    // Assess
    expect(exitCode).toBe(4);
    expect(failed?.step).toBe('quotes');
    expect(failed?.message).toMatch(message);
    expect(steps).not.toContain('delete');
    expect(await listing()).toContain(executionId);
  });

  it('a page that has changed since is no fault while its quotes still stand', async () => {
    // Act
    const { exitCode, message } = await smokeThrough(
      alteringBrief((brief) => {
        for (const source of brief.sources) source.sha256 = '0'.repeat(64);
      }),
    );

    // Assess
    expect(exitCode).toBe(0);
    expect(message).toMatch(/0 stand to the letter.*, \d+ in a source that reads a little otherwise now/);
  });
});

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

describe('texts in the bucket of artifacts', () => {
  it('are held against their hashes, and quotes against them; what the bucket does not give is read again', async () => {
    // Prepare
    const bucket = await startS3Server();
    closing.push(
      bucket.close,
      replaceAwsVariables({ ...MADE_UP_CREDENTIALS, AWS_ENDPOINT_URL_S3: bucket.settings.endpoint }),
    );
    const artifacts = createFileArtifactStore({ folder: dataFolder(folder).artifacts });
    const { data } = await local.api.GET('/pipeline/{executionId}/brief', { params: { path: { executionId } } });
    const { sources } = data as Brief;
    const stored = new Map<string, string>();
    for (const { text } of sources) stored.set(text.key, Buffer.from(await artifacts.get(text)).toString('utf8'));
    bucket.intercept(({ key }) => (stored.has(key) ? { status: 200, body: stored.get(key) ?? '' } : undefined));
    const look = (...more: readonly string[]) =>
      smokeThrough(() => undefined, ['--bucket', bucket.bucket, '--keep', ...more]);

    // Act
    const whole = await look('--texts', 'stored');
    for (const [key, text] of stored) stored.set(key, `${text} and a word more`);
    const tampered = await look('--texts', 'stored');
    stored.clear();
    const gone = await look('--texts', 'stored');
    const readInstead = await look();

    // Assess
    expect([whole, tampered, gone, readInstead].map(({ exitCode }) => exitCode)).toEqual([0, 4, 4, 0]);
    expect(whole.message).toContain(`${sources.length} texts from the bucket of artifacts`);
    expect(tampered.message).toContain('the stored text is not the one that the brief names (SHA-256)');
    expect(gone.message).toContain('could not be checked');
    expect(readInstead.message).toContain(`0 texts from the bucket of artifacts, ${sources.length} read again`);
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
