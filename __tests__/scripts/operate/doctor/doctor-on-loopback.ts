import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import type { Finding } from '../../../../scripts/operate/doctor/finding.ts';
import { runDoctor } from '../../../../scripts/operate/doctor/run-doctor.ts';
import type { AccountFacts } from '../../../support/aws-protocol/account/account-facts.ts';
import { serveAccount } from '../../../support/aws-protocol/account/account-server.ts';
import { MADE_UP_CREDENTIALS, replaceAwsVariables } from '../../../support/aws-protocol/account/aws-environment.ts';
import { serveConverse } from '../../../support/aws-protocol/bedrock/converse-server.ts';
import type { Mishap } from '../../../support/aws-protocol/mishap.ts';
import type { S3Interception } from '../../../support/s3/s3-server.ts';
import { startS3Server } from '../../../support/s3/s3-server.ts';
import { Sink } from '../operator-sink.ts';

/** An account and what is asked of it. */
export interface Given {
  readonly facts?: Partial<AccountFacts>;
  readonly denied?: readonly string[];
  readonly model?: Mishap;
  /** Settings in place of those of deploy/dev.json. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A file in place of deploy/dev.json. */
  readonly file?: object;
  readonly flags?: readonly string[];
  readonly s3?: S3Interception;
  readonly credentials?: Readonly<Record<string, string>>;
}

/** What is closed after a test, newest first. */
export const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A bucket as docs/state.md makes it: versioned, encrypted, closed. */
export const whole: S3Interception = ({ method, key, query }) => {
  const xml = (body: string) => ({ status: 200, headers: { 'content-type': 'application/xml' }, body });
  if (method === 'HEAD' && key === '') return { status: 200, headers: { 'x-amz-bucket-region': 'eu-west-1' } };
  if (query.has('versioning'))
    return xml('<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
  if (query.has('encryption'))
    return xml(
      '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
    );
  if (query.has('publicAccessBlock')) {
    const ways = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
    const all = ways.map((way) => `<${way}>true</${way}>`).join('');
    return xml(`<PublicAccessBlockConfiguration>${all}</PublicAccessBlockConfiguration>`);
  }
  return undefined;
};

/** A checkout of nothing but a configuration. */
function checkoutWith(config: object): string {
  const root = mkdtempSync(join(tmpdir(), 'doctor-'));
  closing.push(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'deploy'));
  writeFileSync(join(root, 'deploy/dev.json'), JSON.stringify(config));
  return root;
}

/** Runs the doctor on an account on loopback, with the state in a bucket there. */
export async function doctor({
  facts,
  denied,
  model,
  settings,
  file,
  flags = [],
  s3 = whole,
  credentials = MADE_UP_CREDENTIALS,
}: Given) {
  const [account, bedrock, bucket] = await Promise.all([
    serveAccount(facts, denied),
    serveConverse(() => ({ text: 'OK' })),
    startS3Server(),
  ]);
  if (model !== undefined) bedrock.mishap(model, model);
  bucket.intercept((request) => {
    if (request.method !== 'DELETE') return s3(request);
    bucket.versions.delete(request.key);
    return { status: 204 };
  });
  const variables = {
    ...account.variables,
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
    AWS_ENDPOINT_URL_S3: bucket.settings.endpoint,
    ...credentials,
  };
  closing.push(account.close, bedrock.close, bucket.close, replaceAwsVariables(variables));
  const [out, err] = [new Sink(), new Sink()];
  const backend = JSON.stringify({ type: 's3', bucket: bucket.bucket, region: 'eu-west-1' });
  const exitCode = await runDoctor(
    ['--env', 'dev', ...flags],
    { out, err },
    {
      root: file === undefined ? process.cwd() : checkoutWith(file),
      variables: { DEPLOY_BACKEND: backend, ...settings },
    },
  );
  return { exitCode, out: out.text, err: err.text, account, bedrock, bucket };
}

/** The findings that are not ok, by their check; bundles are another test's. */
export async function complaints(given: Given): Promise<{ exitCode: number; found: Record<string, Finding> }> {
  const { exitCode, out } = await doctor({ ...given, flags: ['--json'] });
  const { findings } = JSON.parse(out) as { findings: readonly Finding[] };
  const amiss = findings.filter(({ status, check }) => status !== 'ok' && check !== 'bundles');
  return { exitCode, found: Object.fromEntries(amiss.map((finding) => [finding.check, finding])) };
}
