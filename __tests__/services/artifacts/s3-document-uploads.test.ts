import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentUploads, PresignedUpload } from '../../../services/artifacts/document-uploads.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import type { S3Server } from '../../support/s3/s3-server.ts';
import { startS3Server } from '../../support/s3/s3-server.ts';

const KEY = 'uploads/o-1/d-1';
const PDF = Buffer.from('%PDF-1.7\nthe body of a resume');
const REQUEST = { key: KEY, bytes: PDF.byteLength, content_type: 'application/pdf', sha256: sha256Of(PDF) };

let server: S3Server;
let uploads: DocumentUploads;

beforeEach(async () => {
  server = await startS3Server();
  uploads = await openUploads(server);
});

afterEach(() => server.close());

describe('createS3DocumentUploads', () => {
  it('takes the document that was announced, and pins it', async () => {
    // Prepare
    const form = await uploads.create(REQUEST);

    // Act
    const status = await upload(form, PDF);
    const verified = await uploads.verify(KEY);

    // Assess
    expect(status).toBe(204);
    expect(verified).toEqual({ ...REQUEST, version_id: 'v1' });
    expect(Date.parse(form.expires_at)).toBeGreaterThan(Date.now());
  });

  it('keeps what was verified when the form is used again', async () => {
    // Prepare
    const form = await uploads.create(REQUEST);
    await upload(form, PDF);
    const verified = await uploads.verify(KEY);
    const other = Buffer.from(PDF.toString().replace('resume', 'rezume'));

    // Act
    const status = await upload(form, other);

    // Assess
    expect(status).toBe(204);
    const store = await services(server).artifacts();
    expect(Buffer.compare(await store.get(verified), PDF)).toBe(0);
    await expect(uploads.verify(KEY)).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/SHA-256/),
    });
  });

  it.each<[string, (form: PresignedUpload) => PresignedUpload, Buffer]>([
    ['one byte more', (form) => form, Buffer.concat([PDF, Buffer.from('x')])],
    ['one byte less', (form) => form, PDF.subarray(1)],
    ['another key', (form) => withField(form, 'key', 'uploads/o-2/d-1'), PDF],
    ['another type', (form) => withField(form, 'Content-Type', 'text/html'), PDF],
    ['another checksum', (form) => withField(form, 'x-amz-meta-announced-sha256', '0'.repeat(64)), PDF],
    ['a field of its own', (form) => withField(form, 'acl', 'public-read'), PDF],
    ['a policy of its own', (form) => withField(form, 'Policy', forged(form)), PDF],
  ])('has S3 refuse %s', async (_, change, body) => {
    // Prepare
    const form = await uploads.create(REQUEST);

    // Act
    const status = await upload(change(form), body);

    // Assess
    expect(status).toBeGreaterThanOrEqual(400);
    expect(server.versions.below('')).toEqual([]);
    await expect(uploads.verify(KEY)).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/Nothing was uploaded/),
    });
  });

  it.each([
    ['takes a form', 290, 204],
    ['refuses a form whose time is over', 301, 403],
  ])('is within its time: S3 %s after %i s', async (_, seconds_later, expected) => {
    // Prepare
    const later = await startS3Server({ now: () => new Date(Date.now() + seconds_later * 1_000) });
    const elsewhere = await openUploads(later);
    const form = await elsewhere.create(REQUEST);

    // Act
    const status = await upload(form, PDF);

    // Assess
    expect(status).toBe(expected);
    expect(later.versions.below('')).toHaveLength(expected === 204 ? 1 : 0);
    await later.close();
  });

  it('signs for minutes, not hours', async () => {
    // Act
    const { fields, expires_at } = await uploads.create(REQUEST);

    // Assess
    const { expiration } = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString('utf8'));
    expect(Date.parse(expiration) - Date.now()).toBeLessThanOrEqual(300_000);
    expect(Math.abs(Date.parse(expires_at) - Date.parse(expiration))).toBeLessThan(5_000);
  });

  it.each([
    ['no bytes', { bytes: 0 }, /bytes/],
    ['more than the largest document', { bytes: 52_428_801 }, /52428800/],
    ['half a byte', { bytes: 1.5 }, /bytes/],
    ['a type that is not read', { content_type: 'application/x-msdownload' }, /application\/pdf/],
    ['a key that leads elsewhere', { key: 'uploads/../briefs/b' }, /key/],
  ])('signs no form for %s', async (_, change, reason) => {
    // Act
    const form = uploads.create({ ...REQUEST, ...change });

    // Assess
    await expect(form).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(reason),
    });
  });

  it.each([
    ['application/pdf', 'MZ\u0090\u0000 a program'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '%PDF-1.7 not an archive'],
    ['text/plain', 'zero\u0000bytes'],
    ['image/png', '<svg onload="alert(1)">'],
  ])('refuses what says it is %s and begins otherwise', async (content_type, text) => {
    // Prepare
    const body = Buffer.from(text, 'latin1');
    const form = await uploads.create({ ...REQUEST, content_type, bytes: body.byteLength, sha256: sha256Of(body) });
    await upload(form, body);

    // Act
    const verified = uploads.verify(KEY);

    // Assess
    await expect(verified).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/does not begin as/),
    });
  });

  it('refuses what did not come by one of its forms', async () => {
    // Prepare
    server.versions.put({ key: KEY, body: PDF, content_type: 'application/pdf', headers: {} });

    // Act
    const verified = uploads.verify(KEY);

    // Assess
    await expect(verified).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/form/),
    });
  });

  it('needs a bucket that keeps versions', async () => {
    // Prepare
    const unversioned = await startS3Server({ versioned: false });
    const elsewhere = await openUploads(unversioned);
    await upload(await elsewhere.create(REQUEST), PDF);

    // Act
    const verified = elsewhere.verify(KEY);

    // Assess
    await expect(verified).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/versions/),
    });
    await unversioned.close();
  });
});

function services({ settings, bucket }: S3Server) {
  return createAwsServices({ ARTIFACTS_BUCKET: bucket }, { timeouts: { sdk_seconds: 120 }, client: settings });
}

function openUploads(target: S3Server): Promise<DocumentUploads> {
  return services(target).uploads();
}

/** Sends a form as a browser does; gives the status. */
async function upload({ url, fields }: PresignedUpload, body: Buffer): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(body)]), 'resume.pdf');
  const { status } = await fetch(url, { method: 'POST', body: form });
  return status;
}

function withField(form: PresignedUpload, name: string, value: string): PresignedUpload {
  return { ...form, fields: { ...form.fields, [name]: value } };
}

/** A policy that allows more than was signed. */
function forged({ fields }: PresignedUpload): string {
  const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString('utf8'));
  return Buffer.from(JSON.stringify({ ...policy, expiration: '2099-01-01T00:00:00Z' })).toString('base64');
}

function sha256Of(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
