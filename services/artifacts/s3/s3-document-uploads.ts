import type { DocumentUploads } from '../document-uploads.ts';
import { createPresignedUpload } from './presigned-upload.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { verifyUpload } from './verify-upload.ts';

/** Uploads into an S3 bucket that keeps versions. */
export function createS3DocumentUploads(target: S3Bucket): DocumentUploads {
  return {
    create: (request) => createPresignedUpload(target, request),
    verify: (key) => verifyUpload(target, key),
  };
}
