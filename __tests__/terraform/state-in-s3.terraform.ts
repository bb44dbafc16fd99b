import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { S3Server } from '../support/s3/s3-server.ts';
import { startS3Server } from '../support/s3/s3-server.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { loopbackBackend, terraform, writeConfiguration } from '../support/terraform/state-folder.ts';

const KEY = 'interview-pipeline/prod/terraform.tfstate';
const LOCK = `${KEY}.tflock`;

const folder = await temporaryFolder('state-in-s3');
let count = 0;
let s3: S3Server;
const puts: { readonly key: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];

beforeEach(async () => {
  s3 = await startS3Server();
  puts.length = 0;
  s3.intercept(({ method, key, headers }) => {
    if (method === 'PUT') puts.push({ key, headers });
    return undefined;
  });
});

afterEach(() => s3.close());

/** A checkout of its own, as another person would have it. */
function checkout(backend: object = { type: 's3', bucket: s3.bucket, region: 'eu-west-1' }, value = 'one'): string {
  count += 1;
  const config = exampleConfig('prod', { DEPLOY_BACKEND: JSON.stringify(backend) });
  return writeConfiguration(join(folder, String(count)), config, value);
}

async function initialized(backend?: object, value?: string): Promise<string> {
  const target = checkout(backend, value);
  expect(await terraform(target, ['init', ...loopbackBackend(s3)])).toMatchObject({ exitCode: 0 });
  return target;
}

async function applied(value: string): Promise<string> {
  const target = await initialized(undefined, value);
  expect(await terraform(target, ['apply', '-auto-approve'])).toMatchObject({ exitCode: 0 });
  return target;
}

describe('the state in S3', () => {
  test('is written encrypted under the key of the environment, the lock is taken before and given back after', async () => {
    // Act
    await applied('one');

    // Assess
    const state = puts.find(({ key }) => key === KEY);
    expect(state?.headers).toMatchObject({ 'x-amz-server-side-encryption': 'AES256' });
    expect(s3.requests.filter((request) => request.endsWith('.tflock') && !request.startsWith('GET'))).toEqual([
      `PUT ${LOCK}`,
      `DELETE ${LOCK}`,
    ]);
    expect(puts.find(({ key }) => key === LOCK)?.headers).toMatchObject({ 'if-none-match': '*' });
    expect(s3.versions.find(LOCK)).toBeUndefined();
  });

  test('is encrypted under a customer key where one is configured', async () => {
    // Prepare
    const kmsKeyId = 'arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000000';
    const target = await initialized({ type: 's3', bucket: s3.bucket, region: 'eu-west-1', kmsKeyId });

    // Act
    await terraform(target, ['apply', '-auto-approve']);

    // Assess
    expect(puts.find(({ key }) => key === KEY)?.headers).toMatchObject({
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': kmsKeyId,
    });
  });

  test('is read by the next person: nothing is left to change', async () => {
    // Prepare
    await applied('one');

    // Act
    const next = await terraform(await initialized(), ['plan', '-detailed-exitcode']);

    // Assess
    expect(next).toMatchObject({ exitCode: 0, output: expect.stringContaining('No changes') });
  });

  test('is written by no plan: before the first apply, with changes, and looking for what was changed by hand', async () => {
    // Prepare
    const first = await initialized();
    await terraform(first, ['plan', '-detailed-exitcode']);
    const putsBefore = puts.map(({ key }) => key);
    await applied('one');
    puts.length = 0;

    // Act
    const changing = await terraform(await initialized(undefined, 'two'), ['plan', '-detailed-exitcode']);
    const looking = await terraform(await initialized(), ['plan', '-refresh-only', '-out=looked']);

    // Assess
    expect([changing.exitCode, looking.exitCode]).toEqual([2, 0]);
    expect(new Set([...putsBefore, ...puts.map(({ key }) => key)])).toEqual(new Set([LOCK]));
  });

  test('is not touched while somebody holds the lock; the message names the holder', async () => {
    // Prepare
    await applied('one');
    s3.versions.put({ key: LOCK, body: Buffer.from(lockOf('11111111-aaaa')), content_type: '', headers: {} });
    const written = s3.versions.below(KEY).length;

    // Act
    const refused = await terraform(await initialized(undefined, 'two'), ['apply', '-auto-approve']);

    // Assess
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toContain('Error acquiring the state lock');
    expect(refused.output).toMatch(/ID:\s+11111111-aaaa/);
    expect(refused.output).toMatch(/Who:\s+somebody@build-server/);
    expect(s3.versions.below(KEY)).toHaveLength(written);
  });

  test('is not held back by a plan that asks for no lock, which a role without write access can make', async () => {
    // Prepare
    await applied('one');
    s3.versions.put({ key: LOCK, body: Buffer.from(lockOf('11111111-aaaa')), content_type: '', headers: {} });

    // Act
    const plan = await terraform(await initialized(), ['plan', '-lock=false', '-detailed-exitcode']);

    // Assess
    expect(plan).toMatchObject({ exitCode: 0 });
  });

  test('is freed of the lock of a dead run by force-unlock with the id of the message, and by no other id', async () => {
    // Prepare
    const target = await applied('one');
    s3.versions.put({ key: LOCK, body: Buffer.from(lockOf('11111111-aaaa')), content_type: '', headers: {} });

    // Act
    const wrong = await terraform(target, ['force-unlock', '-force', '22222222-bbbb']);
    const right = await terraform(target, ['force-unlock', '-force', '11111111-aaaa']);
    const plan = await terraform(target, ['plan', '-detailed-exitcode']);

    // Assess
    expect([wrong.exitCode, right.exitCode, plan.exitCode]).toEqual([1, 0, 0]);
  });

  test('is brought back from an earlier version of the object', async () => {
    // Prepare
    await applied('one');
    const before = s3.versions.find(KEY);
    await applied('two');

    // Act: what `aws s3api copy-object` with the earlier version id does
    s3.versions.put({ key: KEY, body: before?.body ?? Buffer.alloc(0), content_type: 'application/json', headers: {} });
    const plan = await terraform(await initialized(undefined, 'one'), ['plan', '-detailed-exitcode']);

    // Assess
    expect(plan).toMatchObject({ exitCode: 0, output: expect.stringContaining('No changes') });
  });

  test('takes bucket and region at init where the configuration leaves them out', async () => {
    // Prepare
    const target = checkout({ type: 's3' });
    const given = [`-backend-config=bucket=${s3.bucket}`, '-backend-config=region=eu-west-1'];

    // Act
    const init = await terraform(target, ['init', ...given, ...loopbackBackend(s3)]);
    await terraform(target, ['apply', '-auto-approve']);

    // Assess
    expect(init).toMatchObject({ exitCode: 0 });
    expect(s3.versions.find(KEY)).toBeDefined();
  });
});

describe('moving the state from one machine to S3', () => {
  test('takes everything along, and leaves the local file as it was', async () => {
    // Prepare: what `npm run synth` writes before and after the backend is configured, in the same checkout
    const root = join(folder, 'moving');
    const local = writeConfiguration(root, exampleConfig('prod', { DEPLOY_BACKEND: '{"type":"local"}' }), 'one');
    await terraform(local, ['init']);
    await terraform(local, ['apply', '-auto-approve']);
    const file = join(root, 'terraform.prod.tfstate');
    copyFileSync(file, `${file}.copy`);
    const backend = JSON.stringify({ type: 's3', bucket: s3.bucket, region: 'eu-west-1' });
    writeConfiguration(root, exampleConfig('prod', { DEPLOY_BACKEND: backend }), 'one');

    // Act
    const moved = await terraform(local, ['init', '-migrate-state', '-force-copy', ...loopbackBackend(s3)]);
    const plan = await terraform(local, ['plan', '-detailed-exitcode']);

    // Assess
    expect([moved.exitCode, plan.exitCode]).toEqual([0, 0]);
    expect(JSON.parse(s3.versions.find(KEY)?.body?.toString() ?? '{}').resources).toHaveLength(1);
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(`${file}.copy`, 'utf8')).resources).toHaveLength(1);
  });

  test('works from the file alone, in a checkout that does not know where the state was', async () => {
    // Prepare
    const local = join(folder, 'pushing-from');
    const target = writeConfiguration(local, exampleConfig('prod', { DEPLOY_BACKEND: '{"type":"local"}' }), 'one');
    await terraform(target, ['init']);
    await terraform(target, ['apply', '-auto-approve']);
    const fresh = await initialized();

    // Act
    const pushed = await terraform(fresh, ['state', 'push', join(local, 'terraform.prod.tfstate')]);
    const plan = await terraform(fresh, ['plan', '-detailed-exitcode']);

    // Assess
    expect([pushed.exitCode, plan.exitCode]).toEqual([0, 0]);
  });
});

/** A lock as Terraform writes it. */
function lockOf(ID: string): string {
  return JSON.stringify({
    ID,
    Operation: 'OperationTypeApply',
    Info: '',
    Who: 'somebody@build-server',
    Version: '1.11.4',
    Created: '2026-11-22T10:00:00Z',
    Path: `artifacts-under-test/${KEY}`,
  });
}
