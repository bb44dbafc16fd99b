import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { BriefRequest } from '../../contracts/index.ts';
import { CreateDocumentResponse, MAX_DOCUMENT_BYTES } from '../../contracts/index.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('documents-api');
let now = new Date('2026-11-22T08:00:00.000Z');
const { services, executions, ask, close } = apiUnderTest(folder, { clock: { now: () => now } });
afterAll(close);

const BODY = { company_name: 'Acme', company_url: 'https://acme.example' };
const RESUME = Buffer.from('Ada Example\nTen years of Rust.\n');

function grantBody(bytes: Buffer, media_type = 'text/plain') {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file_name: 'resume.txt', purpose: 'resume', media_type, bytes: bytes.byteLength, sha256 };
}

async function grant(bytes: Buffer, media_type?: string, user?: string): Promise<CreateDocumentResponse> {
  const body = grantBody(bytes, media_type);
  return CreateDocumentResponse.parse(
    jsonOf(await ask('POST', '/documents', { body, ...(user === undefined ? {} : { user }) })),
  );
}

describe('POST /documents', () => {
  it('grants an upload that a run can then be given', async () => {
    // Prepare
    const { document, upload } = await grant(RESUME);

    // Act
    await services.uploads.accept(upload.fields, RESUME);
    const response = await ask('POST', '/pipeline', { body: { ...BODY, documents: [document] } });

    // Assess
    expect(response.statusCode).toBe(202);
    const [given] = (executions.started.at(-1) as { input: BriefRequest }).input.documents;
    expect(given).toMatchObject({ ...document, bytes: RESUME.byteLength, media_type: 'text/plain' });
    expect(given && Buffer.from(await services.artifacts.get(given))).toEqual(RESUME);
  });

  it.each([
    ['bytes', { bytes: MAX_DOCUMENT_BYTES + 1 }],
    ['media_type', { media_type: 'image/gif' }],
    ['sha256', { sha256: 'A'.repeat(64) }],
    ['color', { color: 'red' }],
  ])('answers 400 to a wrong %s', async (field, wrong) => {
    // Act
    const response = await ask('POST', '/documents', { body: { ...grantBody(RESUME), ...wrong } });

    // Assess
    expect(jsonOf(response)).toMatchObject({ status: 400, errors: [{ field }] });
  });
});

describe('an upload', () => {
  it.each([
    [
      'other bytes of the same size',
      'BadDigest',
      (fields: Record<string, string>) => fields,
      Buffer.from(RESUME).fill(65),
    ],
    ['more bytes', 'EntityTooLarge', (fields: Record<string, string>) => fields, Buffer.concat([RESUME, RESUME])],
    ['fewer bytes', 'EntityTooSmall', (fields: Record<string, string>) => fields, RESUME.subarray(1)],
    ['another key', 'AccessDenied', (fields: Record<string, string>) => ({ ...fields, key: 'briefs/x' }), RESUME],
    [
      'another type',
      'AccessDenied',
      (fields: Record<string, string>) => ({ ...fields, 'Content-Type': 'text/html' }),
      RESUME,
    ],
    [
      'a changed policy',
      'SignatureDoesNotMatch',
      (fields: Record<string, string>) => ({ ...fields, Policy: `${fields.Policy}A` }),
      RESUME,
    ],
    ['no grant', 'SignatureDoesNotMatch', () => ({}), RESUME],
  ])('with %s is refused as %s', async (_name, code, change, bytes) => {
    // Prepare
    const { upload } = await grant(RESUME);

    // Act
    const refused = services.uploads.accept(change(upload.fields), bytes);

    // Assess
    await expect(refused).rejects.toMatchObject({ code });
  });

  it('is refused after its time', async () => {
    // Prepare
    const { upload } = await grant(RESUME);
    now = new Date(now.getTime() + 901_000);

    // Act
    const refused = services.uploads.accept(upload.fields, RESUME);

    // Assess
    await expect(refused).rejects.toMatchObject({ code: 'AccessDenied' });
  });
});

describe('documents of POST /pipeline', () => {
  it('names every document that is not there', async () => {
    // Prepare
    const missing = { document_id: '0'.repeat(32), purpose: 'resume', file_name: 'resume.pdf' };

    // Act
    const response = await ask('POST', '/pipeline', { body: { ...BODY, documents: [missing] } });

    // Assess
    expect(jsonOf(response)).toMatchObject({ status: 400, errors: [{ field: 'documents.0.document_id' }] });
  });

  it('does not find another owner’s document', async () => {
    // Prepare
    const bytes = Buffer.from('Of Alice alone.');
    const { document, upload } = await grant(bytes, 'text/plain', 'AROAALICE:alice');
    await services.uploads.accept(upload.fields, bytes);
    const body = { ...BODY, documents: [document] };

    // Act
    const [alice, bob] = await Promise.all(
      ['AROAALICE:alice', 'AROABOB:bob'].map((user) => ask('POST', '/pipeline', { body, user })),
    );

    // Assess
    expect([alice?.statusCode, bob?.statusCode]).toEqual([202, 400]);
  });

  it.each([
    ['application/pdf', Buffer.from('<html>no PDF</html>')],
    ['text/plain', Buffer.from('%PDF-1.7 and no text')],
    ['text/html', Buffer.from([1, 2, 0, 3])],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', Buffer.from('Dear team')],
    ['multipart/related', Buffer.from('<html><body>Dear team</body></html>')],
    ['message/rfc822', Buffer.from('Dear team, we look for a pilot')],
    ['image/png', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['image/jpeg', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['image/tiff', Buffer.from('MM and no TIFF')],
  ])('are not what they are said to be: %s', async (media_type, bytes) => {
    // Prepare
    const { document, upload } = await grant(bytes, media_type);
    await services.uploads.accept(upload.fields, bytes);

    // Act
    const response = await ask('POST', '/pipeline', { body: { ...BODY, documents: [document] } });

    // Assess
    expect(jsonOf(response)).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining(media_type) }] });
  });

  it.each([
    ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['image/jpeg', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    ['image/tiff', Buffer.from('4d4d002a00000008', 'hex')],
    ['multipart/related', Buffer.from('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n')],
    ['message/rfc822', Buffer.from('Received: by mail.example; Tue, 17 Nov 2026\r\n')],
  ])('may be pictures, saved pages and mails: %s', async (media_type, bytes) => {
    // Prepare
    const { document, upload } = await grant(bytes, media_type);
    await services.uploads.accept(upload.fields, bytes);

    // Act
    const response = await ask('POST', '/pipeline', { body: { ...BODY, documents: [document] } });

    // Assess
    expect(response.statusCode).toBe(202);
  });

  it('come from an inline job description, and from an address as a page to read', async () => {
    // Act
    await ask('POST', '/pipeline', { body: { ...BODY, job_description: 'We look for a pilot.' } });
    const inline = executions.started.at(-1)?.input as BriefRequest;
    await ask('POST', '/pipeline', { body: { ...BODY, job_description: 'https://acme.example/jobs/1' } });
    const address = executions.started.at(-1)?.input as BriefRequest;

    // Assess
    expect(inline.documents).toMatchObject([{ purpose: 'job_description', file_name: 'job-description.txt' }]);
    expect(address).toMatchObject({ documents: [], job_url: 'https://acme.example/jobs/1' });
  });

  it('are not looked at again when the same request is repeated under its key', async () => {
    // Prepare
    const bytes = Buffer.from('A resume that is soon gone.');
    const { document, upload } = await grant(bytes);
    await services.uploads.accept(upload.fields, bytes);
    const request = { body: { ...BODY, documents: [document] }, headers: { 'idempotency-key': 'repeat-1' } };
    const first = await ask('POST', '/pipeline', request);
    await services.artifacts.deletePrefix('uploads/');

    // Act
    const repeated = await ask('POST', '/pipeline', request);

    // Assess
    expect(repeated.statusCode).toBe(202);
    expect(jsonOf(repeated).execution_id).toBe(jsonOf(first).execution_id);
  });
});
