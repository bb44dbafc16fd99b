import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createAwsServices } from '../../../services/aws-services.ts';
import type { AwsJsonServer } from '../../support/aws-protocol/aws-json-server.ts';
import { serveSsm } from '../../support/aws-protocol/ssm/ssm-server.ts';

const NAME = '/interview-pipeline-dev/session-id-secret';
const SECRET = 'a made-up secret of more than thirty-two characters';

let server: AwsJsonServer;

beforeEach(async () => {
  server = await serveSsm({ [NAME]: SECRET, '/empty': '' });
});

afterEach(() => server.close());

function secretOf(environment: Readonly<Record<string, string>>): () => Promise<string> {
  const client = {
    endpoint: server.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a made-up secret' },
  };
  return createAwsServices(environment, { timeouts: { sdk_seconds: 120 }, client }).sessionIdSecret;
}

describe('the key of session ids in Systems Manager', () => {
  test('is read decrypted, and once', async () => {
    // Prepare
    const secret = secretOf({ SESSION_ID_SECRET_PARAMETER: NAME });

    // Act
    const values = [await secret(), await secret()];

    // Assess
    expect(values).toEqual([SECRET, SECRET]);
    expect(server.requests).toEqual([{ operation: 'GetParameter', input: { Name: NAME, WithDecryption: true } }]);
  });

  test('is asked for again after it could not be read', async () => {
    // Prepare
    const secret = secretOf({ SESSION_ID_SECRET_PARAMETER: NAME });
    server.mishap('GetParameter', { kind: 'error', status: 400, type: 'AccessDeniedException', message: 'not yet' });

    // Act
    const refused = secret();

    // Assess
    await expect(refused).rejects.toMatchObject({
      name: 'PermissionDeniedError',
      remedy: `Allow ssm:GetParameter on parameter ${NAME} to the role that called.`,
    });
    await expect(secret()).resolves.toBe(SECRET);
  });

  test.each([
    [{}, /SESSION_ID_SECRET_PARAMETER is not set/],
    [{ SESSION_ID_SECRET_PARAMETER: '/elsewhere' }, /ssm:GetParameter on parameter \/elsewhere failed/],
    [{ SESSION_ID_SECRET_PARAMETER: '/empty' }, /The parameter \/empty is empty/],
  ])('is a setting that is missing or wrong: %j', async (environment, message) => {
    await expect(secretOf(environment)()).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(message),
    });
  });
});
