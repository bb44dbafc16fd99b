import { expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('backend');

function backendOf(name: string, backend?: object): unknown {
  const variables = backend === undefined ? {} : { DEPLOY_BACKEND: JSON.stringify(backend) };
  return JSON.parse(synthesize(exampleConfig('dev', variables), `${folder}/${name}`).text).terraform.backend;
}

test('state is kept beside the checkout unless something else is configured', () => {
  expect(backendOf('local')).toEqual({ local: { path: '../../../terraform.dev.tfstate' } });
});

test('state in S3 is encrypted and locked, under a key of its environment', () => {
  expect(backendOf('s3', { type: 's3', bucket: 'states', region: 'eu-west-1', kmsKeyId: 'alias/states' })).toEqual({
    s3: {
      bucket: 'states',
      region: 'eu-west-1',
      key: 'interview-pipeline/dev/terraform.tfstate',
      encrypt: true,
      kms_key_id: 'alias/states',
      use_lockfile: true,
    },
  });
});

test('what an S3 backend is not given is left to terraform init', () => {
  expect(backendOf('partial', { type: 's3' })).toEqual({
    s3: { key: 'interview-pipeline/dev/terraform.tfstate', encrypt: true, use_lockfile: true },
  });
});
