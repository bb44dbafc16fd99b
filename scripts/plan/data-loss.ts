import type { AttributeChange } from './attribute-changes.ts';
import { attributeChanges } from './attribute-changes.ts';
import type { PlannedChange } from './changes.ts';
import { at } from './json-values.ts';
import { code } from './markdown.ts';
import { shortName } from './names.ts';

/** What is lost when a resource of a type is deleted or replaced. */
const LOST_WITH: Readonly<Record<string, string>> = {
  aws_dynamodb_table: 'all its items: every session, and with it what idempotency keys were used',
  aws_s3_bucket: 'all its objects: uploaded documents, work and briefs',
  aws_cloudwatch_log_group: 'all its log events',
  aws_sqs_queue: 'the messages that wait in it',
  aws_kms_key: 'whatever is encrypted under it',
  aws_ssm_parameter: 'the key of session ids: idempotency keys used so far start new runs',
};

/** Whether a resource holds what nobody can make again. */
export function holdsData({ type }: { readonly type: string }): boolean {
  return Object.hasOwn(LOST_WITH, type);
}

/** What is lost with a resource, as the end of a sentence. */
export function lossOf({ type }: { readonly type: string }): string {
  return LOST_WITH[type] ?? '';
}

/** What stands in the way of a deletion, as a sentence; empty when nothing does. */
export function obstacleTo({ change }: PlannedChange): string {
  if (at(change.before, 'deletion_protection_enabled') === true) {
    return ' Deletion protection is on: AWS refuses until it is turned off in an apply of its own.';
  }
  return at(change.before, 'force_destroy') === false ? ' AWS refuses while objects are in it.' : '';
}

/** An attribute that protects data, or hides it from the public, and the value with which it does. */
const PROTECTIONS: readonly (readonly [type: string, path: RegExp, safe: unknown, meaning: string])[] = [
  ['aws_dynamodb_table', /^deletion_protection_enabled$/, true, 'the table can be deleted'],
  ['aws_dynamodb_table', /^point_in_time_recovery\.0\.enabled$/, true, 'the table cannot be restored'],
  ['aws_dynamodb_table', /^server_side_encryption\.0\.enabled$/, true, "the table falls back to DynamoDB's own key"],
  ['aws_s3_bucket', /^force_destroy$/, false, 'the bucket is emptied when it is deleted'],
  ['aws_s3_bucket_versioning', /^versioning_configuration\.0\.status$/, 'Enabled', 'overwritten objects are lost'],
  ['aws_s3_bucket_public_access_block', /^(block|ignore|restrict)_public/, true, 'the bucket can be made public'],
  ['aws_apigatewayv2_route', /^authorization_type$/, undefined, 'who may call the route changes'],
];

/** Attributes that say how long something is kept; less of it deletes what is older. */
const KEPT_FOR = /(^|\.)(retention_in_days|days|noncurrent_days|recovery_period_in_days)$/;

/** Sentences about protections that a change takes away, and data that is kept for a shorter time. */
export function loweredProtections(change: PlannedChange): string[] {
  if (change.kind !== 'update') return [];
  return attributeChanges(change.change).flatMap((each) => [...protectionOf(change, each), ...shorterOf(change, each)]);
}

function protectionOf({ type, address }: PlannedChange, { path, before, after, raw }: AttributeChange): string[] {
  const found = PROTECTIONS.find(([of, pattern, safe]) => of === type && pattern.test(path) && raw.after !== safe);
  return found ? [`${code(shortName(address))}: ${code(path)} was ${before} and is now ${after}: ${found[3]}.`] : [];
}

function shorterOf({ address }: PlannedChange, { path, raw: { before, after } }: AttributeChange): string[] {
  const isShorter = typeof before === 'number' && typeof after === 'number' && after < before;
  if (!KEPT_FOR.test(path) || !isShorter) return [];
  return [`${code(shortName(address))}: ${code(path)} was ${before} and is now ${after}: what is older is deleted.`];
}
