import type {
  DeleteMarkerEntry,
  ListObjectVersionsCommandOutput,
  ObjectIdentifier,
  ObjectVersion,
} from '@aws-sdk/client-s3';
import { DeleteObjectsCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { callAws } from '../../aws/call-aws.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { bucketCall } from './s3-bucket.ts';

/**
 * Deletes everything below a prefix for good: all versions of all objects and their delete markers, up to 1,000 a call.
 *
 * @returns how many objects were there to be read
 */
export async function deleteAllVersions(target: S3Bucket, prefix: string): Promise<number> {
  let count = 0;
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await listVersions(target, prefix, page);
    const versions = page.Versions ?? [];
    count += versions.filter(({ IsLatest }) => IsLatest).length;
    await deleteVersions(target, prefix, [...versions, ...(page.DeleteMarkers ?? [])]);
  } while (page.IsTruncated);
  return count;
}

function listVersions(
  target: S3Bucket,
  prefix: string,
  previous: ListObjectVersionsCommandOutput | undefined,
): Promise<ListObjectVersionsCommandOutput> {
  const command = new ListObjectVersionsCommand({
    Bucket: target.bucket,
    Prefix: prefix,
    KeyMarker: previous?.NextKeyMarker,
    VersionIdMarker: previous?.NextVersionIdMarker,
  });
  return callAws(bucketCall(target, 's3:ListBucketVersions', prefix), target.call_ms, (options) =>
    target.client.send(command, options),
  );
}

/** Deleting an object that is gone succeeds, so a repeated call does no harm. */
async function deleteVersions(
  target: S3Bucket,
  prefix: string,
  versions: readonly (ObjectVersion | DeleteMarkerEntry)[],
): Promise<void> {
  if (versions.length === 0) return;
  const objects = versions.map(({ Key, VersionId }): ObjectIdentifier => ({ Key, VersionId }));
  const command = new DeleteObjectsCommand({ Bucket: target.bucket, Delete: { Objects: objects, Quiet: true } });
  await callAws(bucketCall(target, 's3:DeleteObjectVersion', prefix), target.call_ms, async (options) => {
    const { Errors: [failed] = [] } = await target.client.send(command, options);
    // The call as a whole succeeds although an object could not be deleted; each has a code of its own.
    if (failed)
      throw Object.assign(new Error(`${failed.Key}: ${failed.Message}`), { name: failed.Code ?? 'InternalError' });
  });
}
