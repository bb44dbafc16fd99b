import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table/index.js';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
import { S3BucketCorsConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-cors-configuration/index.js';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
import { Construct } from 'constructs';
import { SESSION_TABLE } from '../../contracts/session-table.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import { artifactsBucketName } from '../pipeline-context.ts';
import { policyDocument, tlsOnly } from '../policies/policy-document.ts';
import { PREFLIGHT_MAX_AGE_SECONDS } from './preflight.ts';

/** Days that an overwritten or deleted version is kept: a week to notice a mistake. */
const NONCURRENT_VERSION_DAYS = 7;

/** Days after which an upload in parts that nobody finished is removed: longer than any upload takes. */
const UNFINISHED_UPLOAD_DAYS = 1;

/** Days back to which the table can be restored: the most that DynamoDB offers. */
const RECOVERY_DAYS = 35;

/** The bucket of artifacts and the table of sessions. */
export class Storage extends Construct {
  readonly bucket: S3Bucket;
  readonly table: DynamodbTable;

  constructor(scope: Construct, id: string, context: PipelineContext) {
    super(scope, id);
    this.bucket = this.#makeBucket(context);
    this.#protectBucket(this.bucket);
    this.#openToPages(this.bucket, context);
    this.#expireObjects(this.bucket, context);
    this.table = this.#makeTable(context);
  }

  #makeBucket(context: PipelineContext): S3Bucket {
    const bucket = new S3Bucket(this, 'bucket', {
      bucket: artifactsBucketName(context),
      forceDestroy: !context.config.protectData,
    });
    new S3BucketVersioningA(this, 'versioning', {
      bucket: bucket.id,
      versioningConfiguration: { status: 'Enabled' },
    });
    return bucket;
  }

  #protectBucket(bucket: S3Bucket): void {
    const block = new S3BucketPublicAccessBlock(this, 'public-access', {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, 'ownership', {
      bucket: bucket.id,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    });
    new S3BucketPolicy(this, 'policy', {
      bucket: bucket.id,
      policy: policyDocument([tlsOnly('s3:*', [bucket.arn, `${bucket.arn}/*`])]),
      dependsOn: [block],
    });
  }

  /** A page sends documents to the bucket itself, with a form that the API signed: without this its browser keeps the answer from it. */
  #openToPages(bucket: S3Bucket, { config }: PipelineContext): void {
    if (config.corsOrigins.length === 0) return;
    new S3BucketCorsConfiguration(this, 'cors', {
      bucket: bucket.id,
      corsRule: [
        {
          id: 'uploads',
          allowedOrigins: config.corsOrigins,
          allowedMethods: ['POST'],
          exposeHeaders: ['ETag'],
          maxAgeSeconds: PREFLIGHT_MAX_AGE_SECONDS,
        },
      ],
    });
  }

  #expireObjects(bucket: S3Bucket, { config }: PipelineContext): void {
    const { uploadDays, workDays, briefDays } = config.retention;
    const prefixes = { uploads: uploadDays, work: workDays, briefs: briefDays };
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket: bucket.id,
      rule: Object.entries(prefixes).map(([prefix, days]) => ({
        id: prefix,
        status: 'Enabled',
        filter: [{ prefix: `${prefix}/` }],
        expiration: [{ days }],
        noncurrentVersionExpiration: [{ noncurrentDays: NONCURRENT_VERSION_DAYS }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: UNFINISHED_UPLOAD_DAYS }],
      })),
    });
  }

  #makeTable({ base, config }: PipelineContext): DynamodbTable {
    const { partition_key, owner_index, ttl_attribute } = SESSION_TABLE;
    return new DynamodbTable(this, 'table', {
      name: `${base}-sessions`,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: partition_key,
      attribute: [partition_key, owner_index.partition_key, owner_index.sort_key].map((name) => ({ name, type: 'S' })),
      globalSecondaryIndex: [
        {
          name: owner_index.name,
          hashKey: owner_index.partition_key,
          rangeKey: owner_index.sort_key,
          projectionType: 'ALL',
        },
      ],
      ttl: { attributeName: ttl_attribute, enabled: true },
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
      serverSideEncryption: { enabled: true },
      deletionProtectionEnabled: config.protectData,
    });
  }
}
