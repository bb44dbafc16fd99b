import { describe, expect, it } from '@jest/globals';
import { sdkClientImports } from '../../scripts/sdk-client-imports.ts';
import { parseSource } from '../../scripts/source-files.ts';

/** The imports that the check finds in a file of this name and text. */
function found(text: string, file = 'services/sessions/dynamodb-sessions.ts'): string[] {
  return sdkClientImports(parseSource(file, text)).map(({ message }) => message.split(':')[0] ?? '');
}

describe('sdkClientImports', () => {
  it.each([
    ["import { S3Client } from '@aws-sdk/client-s3';", 'S3Client'],
    ["import { PutObjectCommand, S3Client as Store } from '@aws-sdk/client-s3';", 'S3Client as Store'],
    ["import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';", 'DynamoDBDocument'],
    ["import * as s3 from '@aws-sdk/client-s3';", "import * as s3 from '@aws-sdk/client-s3';"],
  ])('finds %s', (text, name) => {
    expect(found(text)).toEqual([name]);
  });

  it.each([
    ["import { PutObjectCommand } from '@aws-sdk/client-s3';"],
    ["import type { S3Client } from '@aws-sdk/client-s3';"],
    ["import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';"],
    ["import { HttpClient } from './http-client.ts';"],
  ])('is content with %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['services/aws-services.ts', 'services/operator-services.ts'])('lets %s make the clients', (file) => {
    expect(found("import { S3Client } from '@aws-sdk/client-s3';", file)).toEqual([]);
  });
});
