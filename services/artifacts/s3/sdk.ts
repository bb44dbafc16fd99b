/**
 * What artifacts in S3 need, loaded together when first asked for: a laptop that asks AWS for a model alone does without these packages.
 * The client is made elsewhere.
 */
export { S3Client } from '@aws-sdk/client-s3';
export { createS3ArtifactStore } from './s3-artifact-store.ts';
export { S3_LOGGER } from './s3-logger.ts';
