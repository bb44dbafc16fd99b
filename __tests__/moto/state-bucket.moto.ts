import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);

const ENDPOINT = process.env.MOTO_ENDPOINT ?? '';
const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a made-up secret' };
const PAGE = readFileSync(join(import.meta.dirname, '../../docs/state.md'), 'utf8');
const KEY = 'interview-pipeline/prod/terraform.tfstate';

/** The aws command line starts in a second or two; there are eight calls. */
const SLOW_MS = 120_000;

/** The commands of the page below a mark. */
function commandsOf(mark: string): string {
  const [, commands] = new RegExp(`<!-- tried: ${mark} -->\\n\\n\`\`\`sh\\n(.*?)\`\`\``, 's').exec(PAGE) ?? [];
  if (commands === undefined) throw new Error(`docs/state.md has no commands marked ${mark}.`);
  return commands;
}

/** Runs commands as they stand on the page, in a shell, with AWS on loopback. */
async function runCommands(commands: string, variables: Readonly<Record<string, string>> = {}): Promise<string> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    AWS_ENDPOINT_URL: ENDPOINT,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_REGION: 'eu-west-1',
    AWS_PAGER: '',
    ...variables,
  };
  return (await run('bash', ['-euo', 'pipefail', '-c', commands], { env })).stdout;
}

const client = new S3Client({
  endpoint: ENDPOINT,
  region: 'eu-west-1',
  credentials: CREDENTIALS,
  forcePathStyle: true,
});

test(
  'the commands of docs/state.md make a bucket that is closed, encrypted, keeps versions and refuses requests without TLS',
  async () => {
    // Act
    await runCommands(commandsOf('bootstrap'));

    // Assess
    const Bucket = 'example-terraform-state';
    expect(await client.send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({ Status: 'Enabled' });
    const { PublicAccessBlockConfiguration = {} } = await client.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(Object.values(PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(JSON.stringify(await client.send(new GetBucketEncryptionCommand({ Bucket })))).toContain('AES256');
    const overHttp = client.send(new PutObjectCommand({ Bucket, Key: KEY, Body: '{}' }));
    await expect(overHttp).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  },
  SLOW_MS,
);

test(
  'the commands of docs/state.md list the versions of a state and bring one back',
  async () => {
    // Prepare
    const Bucket = 'states-with-history';
    await client.send(
      new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
    );
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    const put = (Body: string) => client.send(new PutObjectCommand({ Bucket, Key: KEY, Body }));
    const { VersionId: VERSION = '' } = await put('{"serial":1}');
    await put('{"serial":2}');

    // Act
    const listed = await runCommands(commandsOf('recovery'), { BUCKET: Bucket, VERSION });

    // Assess
    expect(listed.split('\n').filter((line) => line.startsWith(VERSION))).toHaveLength(1);
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: KEY }));
    expect(await Body?.transformToString()).toBe('{"serial":1}');
  },
  SLOW_MS,
);
