import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArtifactStore } from '../../../services/artifacts/artifact-store.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import { artifactStoreConformance } from '../../conformance/artifact-store.ts';
import { S3Error } from '../../support/s3/s3-error.ts';
import type { S3Server, S3ServerOptions } from '../../support/s3/s3-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';
import { MAX_PASSING_MB, memoryToPass, PASSED_MB } from './memory-to-pass.ts';

describe.each<[string, S3ServerOptions]>([
  ['a bucket with versions', {}],
  ['a bucket without versions', { versioned: false }],
  ['a bucket whose lists come in pages of two', { page_size: 2 }],
])('in %s', (_, options) => {
  artifactStoreConformance('createS3ArtifactStore', async () => {
    const server = await startS3Server(options);
    return { store: await openStore(server), close: () => server.close() };
  });
});

describe('createS3ArtifactStore', () => {
  let server: S3Server;
  let store: ArtifactStore;

  beforeEach(async () => {
    server = await startS3Server();
    store = await openStore(server);
  });

  afterEach(() => server.close());

  it('tries again when another writer was at the key at the same time', async () => {
    // Prepare
    let conflicts = 0;
    server.intercept(({ method }) => {
      conflicts += 1;
      return method === 'PUT' && conflicts <= 2 ? new S3Error(409, 'ConditionalRequestConflict') : undefined;
    });

    // Act
    const pointer = await store.putOnce('work/a.txt', 'here', 'text/plain');

    // Assess
    expect(Buffer.from(await store.get(pointer)).toString('utf8')).toBe('here');
    expect(server.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(3);
  });

  it('gives up with a passing error when writers keep meeting', async () => {
    // Prepare
    server.intercept(() => new S3Error(409, 'ConditionalRequestConflict'));

    // Act
    const put = store.putOnce('work/a.txt', 'here', 'text/plain');

    // Assess
    await expect(put).rejects.toMatchObject({
      name: 'TransientUpstreamError',
      message: expect.stringMatching(/artifacts-under-test\/work\/a\.txt/),
    });
  });

  it('takes a write for done whose answer was lost on the way', async () => {
    // Prepare
    let lost = false;
    server.intercept(({ method, key, body, headers }) => {
      if (method !== 'PUT' || lost) return undefined;
      lost = true;
      const metadata = { 'x-amz-meta-sha256': String(headers['x-amz-meta-sha256']) };
      server.versions.put({ key, body, content_type: 'text/plain', headers: metadata });
      return new S3Error(500, 'InternalError');
    });

    // Act
    const pointer = await store.putOnce('work/a.txt', 'here', 'text/plain');

    // Assess
    expect(pointer).toEqual({ key: 'work/a.txt', sha256: sha256Of('here'), bytes: 4 });
    expect(server.versions.below('')).toHaveLength(1);
  });

  it('gives the pointer of what another program put under the key', async () => {
    // Prepare
    server.versions.put({ key: 'work/a.txt', body: Buffer.from('theirs'), content_type: 'text/plain', headers: {} });

    // Act
    const pointer = await store.putOnce('work/a.txt', 'ours', 'text/plain');

    // Assess
    expect(pointer).toEqual({ key: 'work/a.txt', sha256: sha256Of('theirs'), bytes: 6 });
  });

  it('refuses an object that was changed, by pointer and by key', async () => {
    // Prepare
    const pointer = await store.putOnce('work/a.txt', 'as written', 'text/plain');
    const headers = { 'x-amz-meta-sha256': pointer.sha256 };

    // Act
    server.versions.put({ key: 'work/a.txt', body: Buffer.from('rewritten!'), content_type: 'text/plain', headers });

    // Assess
    const refusal = { name: 'RejectedInputError', message: expect.stringMatching(/checksum/) };
    await expect(store.get(pointer)).rejects.toMatchObject(refusal);
    await expect(store.find('work/a.txt')).rejects.toMatchObject(refusal);
  });

  it('refuses an object of another length', async () => {
    // Prepare
    const pointer = await store.putOnce('work/a.txt', 'as written', 'text/plain');

    // Act
    const read = store.get({ ...pointer, bytes: 9 });

    // Assess
    await expect(read).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/9 bytes expected, 10 found/),
    });
  });

  it('reads the version that is pinned', async () => {
    // Prepare
    const [first] = ['first', 'second'].map((text) =>
      server.versions.put({ key: 'uploads/o/d', body: Buffer.from(text), content_type: 'text/plain', headers: {} }),
    );
    const pointer = { key: 'uploads/o/d', sha256: sha256Of('first'), bytes: 5 };

    // Act
    const body = await store.get({ ...pointer, version_id: first?.version_id });

    // Assess
    expect(Buffer.from(body).toString('utf8')).toBe('first');
    await expect(store.get({ ...pointer, version_id: 'v99' })).rejects.toMatchObject({ name: 'RejectedInputError' });
  });

  it('keeps 20 MB whole', async () => {
    // Prepare
    const body = new Uint8Array(20_000_000).map((_, index) => index % 251);

    // Act
    const pointer = await store.putOnce('work/large.bin', body, 'application/octet-stream');

    // Assess
    expect(pointer).toEqual({ key: 'work/large.bin', sha256: sha256Of(body), bytes: 20_000_000 });
    expect(Buffer.compare(await store.get(pointer), body)).toBe(0);
  });

  it('opens a stream anew when it did not arrive, and takes what did arrive for done', async () => {
    // Prepare
    const body = Buffer.from('a stream of words');
    let opened = 0;
    const content = {
      bytes: body.byteLength,
      sha256: sha256Of(body),
      open: async function* () {
        opened += 1;
        yield body;
      },
    };
    let left = 2;
    server.intercept(({ method }) => {
      if (method !== 'PUT' || left === 0) return undefined;
      left -= 1;
      return new S3Error(500, 'InternalError');
    });

    // Act
    const pointer = await store.putStreamOnce('work/a.txt', content, 'text/plain');

    // Assess
    expect(opened).toBe(3);
    expect(Buffer.from(await store.get(pointer)).toString()).toBe('a stream of words');
  });

  it('passes 64 MB through in less memory than they have', async () => {
    expect(await memoryToPass([server.settings.endpoint, String(PASSED_MB), server.bucket])).toBeLessThan(
      MAX_PASSING_MB,
    );
  });

  it('removes every version and marker below a prefix, and counts what could be read', async () => {
    // Prepare
    const put = (key: string) => server.versions.put({ key, body: Buffer.from('x'), content_type: '', headers: {} });
    put('uploads/o/a');
    put('uploads/o/a');
    put('uploads/o/b');
    server.versions.delete('uploads/o/b');
    put('uploads/other');

    // Act
    const removed = await store.deletePrefix('uploads/o/');

    // Assess
    expect(removed).toBe(1);
    expect(server.versions.below('').map(({ key }) => key)).toEqual(['uploads/other']);
  });

  it('says when some of a prefix could not be removed', async () => {
    // Prepare
    await store.putOnce('work/s-1/a', 'x', 'text/plain');
    const body =
      '<DeleteResult><Error><Key>work/s-1/a</Key><Code>AccessDenied</Code><Message>No</Message></Error></DeleteResult>';
    server.intercept(({ query }) => (query.has('delete') ? { status: 200, body } : undefined));

    // Act
    const removed = store.deletePrefix('work/s-1/');

    // Assess
    await expect(removed).rejects.toMatchObject({
      name: 'PermissionDeniedError',
      message: expect.stringMatching(/s3:DeleteObjectVersion.*work\/s-1\/a/),
    });
  });

  it('says which bucket is missing and where its name is set', async () => {
    // Prepare
    const elsewhere = await openStore({ ...server, bucket: 'no-such-bucket' });

    // Act
    const found = elsewhere.find('work/a.txt');

    // Assess
    await expect(found).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/s3:GetObject on object no-such-bucket\/work\/a\.txt/),
      remedy: expect.stringMatching(/ARTIFACTS_BUCKET/),
    });
  });
});

function openStore({ settings, bucket }: Pick<S3Server, 'settings' | 'bucket'>): Promise<ArtifactStore> {
  const options = { timeouts: { sdk_seconds: 120 }, client: settings };
  return createAwsServices({ ARTIFACTS_BUCKET: bucket }, options).artifacts();
}

function sha256Of(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}
