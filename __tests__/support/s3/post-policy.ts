import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { S3Error } from './s3-error.ts';

const Condition = z.union([
  z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
  z.record(z.string(), z.string()),
]);

const Policy = z.object({ expiration: z.iso.datetime(), conditions: z.array(Condition) });

/** Fields that a policy does not have to name. */
const FREE_FIELDS: readonly string[] = ['policy', 'x-amz-signature', 'file'];

/** A form that was sent. */
export interface PostedForm {
  readonly bucket: string;
  /** Names in lower case. */
  readonly fields: Readonly<Record<string, string>>;
  readonly file_bytes: number;
}

/**
 * Enforces the policy of a form as S3 does: signature, time, every condition met, no field that the policy does not name.
 *
 * @param secret of the one access key that there is
 */
export function enforcePostPolicy(form: PostedForm, secret: string, now: Date): void {
  const encoded = form.fields.policy ?? '';
  const signature = signatureOf(encoded, form.fields['x-amz-credential'] ?? '', secret);
  if (form.fields['x-amz-signature'] !== signature) throw new S3Error(403, 'SignatureDoesNotMatch');
  const policy = Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  if (new Date(policy.expiration) <= now) throw denied('Policy expired');
  const fields: Readonly<Record<string, string>> = { ...form.fields, bucket: form.bucket };
  const named = policy.conditions.flatMap((condition) => enforceCondition(condition, fields, form.file_bytes));
  const extra = Object.keys(form.fields).find((name) => !named.includes(name) && !FREE_FIELDS.includes(name));
  if (extra !== undefined) throw denied(`Extra input fields: ${extra}`);
}

/** Gives the names of the fields that the condition is about. */
function enforceCondition(
  condition: z.infer<typeof Condition>,
  fields: Readonly<Record<string, string>>,
  bytes: number,
): string[] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).flatMap(([name, value]) =>
      enforceCondition(['eq', `$${name}`, value], fields, bytes),
    );
  }
  if (condition[0] === 'content-length-range') {
    if (bytes < condition[1]) throw new S3Error(400, 'EntityTooSmall');
    if (bytes > condition[2]) throw new S3Error(400, 'EntityTooLarge');
    return [];
  }
  const [how, field, value] = condition;
  const name = field.slice(1).toLowerCase();
  const given = fields[name] ?? '';
  const met = how === 'eq' ? given === value : given.startsWith(value);
  if (!met) throw denied(`Policy Condition failed: ${JSON.stringify(condition)}`);
  return [name];
}

function signatureOf(policy: string, credential: string, secret: string): string {
  const scope = credential.split('/').slice(1);
  const key = scope.reduce<Buffer>(
    (signing, part) => createHmac('sha256', signing).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  return createHmac('sha256', key).update(policy).digest('hex');
}

function denied(why: string): S3Error {
  return new S3Error(403, 'AccessDenied', `Invalid according to Policy: ${why}`);
}
