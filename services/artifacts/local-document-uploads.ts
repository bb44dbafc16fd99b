import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { RejectedInputError } from '../../contracts/index.ts';
import { FIRST_BYTES, firstBytesProblem } from '../documents/first-bytes.ts';
import type { Clock } from '../services.ts';
import type { ArtifactStore } from './artifact-store.ts';
import type { DocumentUploads, VerifiedUpload } from './document-uploads.ts';
import { UploadRefused } from './upload-refused.ts';

const MS_PER_SECOND = 1_000;

/** Seconds for which a form may be used, as in S3: an upload of 50 MiB takes 7 minutes at 1 Mbit/s, and the time is looked at when it begins. */
const UPLOAD_EXPIRY_SECONDS = 300;

/** What a form allows; it travels in the form, signed. */
const Policy = z.object({
  key: z.string(),
  content_type: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  expires_at: z.iso.datetime(),
});

/** A folder keeps one version of an artifact, and never another. */
const ONLY_VERSION = '1';

/** What uploads on one machine work with. */
export interface LocalDocumentUploadsOptions {
  readonly artifacts: ArtifactStore;
  readonly clock: Clock;
  /** Key of the HMAC that signs forms. */
  readonly secret: string;
  /** Where forms are taken. */
  readonly url: () => string;
}

/** Uploads on one machine, and what takes them in. */
export interface LocalDocumentUploads extends DocumentUploads {
  /** Takes in a form that was sent. Throws {@link UploadRefused} unless it is exactly what was granted. */
  accept(fields: Readonly<Record<string, string>>, file: Uint8Array): Promise<void>;
}

/** Uploads into an artifact store, by forms like those of S3: the same fields, the same answers, another signature. */
export function createLocalDocumentUploads(options: LocalDocumentUploadsOptions): LocalDocumentUploads {
  const { artifacts, clock, secret, url } = options;
  const sign = (policy: string): Buffer => createHmac('sha256', secret).update(`upload:${policy}`).digest();
  return {
    create: async (request) => {
      const expires_at = new Date(clock.now().getTime() + UPLOAD_EXPIRY_SECONDS * MS_PER_SECOND).toISOString();
      const policy = Buffer.from(JSON.stringify({ ...request, expires_at })).toString('base64');
      const { key, content_type } = request;
      const fields = {
        key,
        'Content-Type': content_type,
        Policy: policy,
        'X-Amz-Signature': sign(policy).toString('hex'),
      };
      return { url: url(), fields, expires_at };
    },
    verify: (key) => verify(artifacts, key),
    accept: async ({ Policy: policy = '', 'X-Amz-Signature': signature = '', ...fields }, file) => {
      const granted = sameBytes(Buffer.from(signature, 'hex'), sign(policy)) ? readPolicy(policy) : undefined;
      if (granted === undefined) throw new UploadRefused('SignatureDoesNotMatch');
      if (clock.now() > new Date(granted.expires_at)) throw new UploadRefused('AccessDenied');
      assertGranted(granted, fields, file);
      await artifacts.putOnce(granted.key, file, granted.content_type);
    },
  };
}

function assertGranted(
  granted: z.infer<typeof Policy>,
  fields: Readonly<Record<string, string>>,
  file: Uint8Array,
): void {
  if (fields.key !== granted.key || fields['Content-Type'] !== granted.content_type) {
    throw new UploadRefused('AccessDenied');
  }
  if (file.byteLength > granted.bytes) throw new UploadRefused('EntityTooLarge');
  if (file.byteLength < granted.bytes) throw new UploadRefused('EntityTooSmall');
  if (createHash('sha256').update(file).digest('hex') !== granted.sha256) throw new UploadRefused('BadDigest');
}

function readPolicy(policy: string): z.infer<typeof Policy> {
  return Policy.parse(JSON.parse(Buffer.from(policy, 'base64').toString('utf8')));
}

/** The form saw to size and hash, and what was written is never changed: what is left to look at is how it begins. */
async function verify(artifacts: ArtifactStore, key: string): Promise<VerifiedUpload> {
  const [head] = await artifacts.list(key.slice(0, key.lastIndexOf('/') + 1));
  const found = await artifacts.find(key);
  if (head === undefined || found === undefined) {
    throw new RejectedInputError('It is no document that you uploaded, or it has expired.', {
      remedy: 'Upload the document with the form that was given for it, then start the run.',
    });
  }
  const problem = firstBytesProblem(head.content_type, found.body.subarray(0, FIRST_BYTES));
  if (problem !== undefined) throw new RejectedInputError(`The document ${problem}.`);
  return { ...found.pointer, version_id: ONLY_VERSION, content_type: head.content_type };
}

function sameBytes(given: Buffer, expected: Buffer): boolean {
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}
