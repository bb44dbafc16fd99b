import { createHmac } from 'node:crypto';
import { afterEach, expect, it } from '@jest/globals';
import { signatureOf } from '../../../local/server/authorizers/signature-v4.ts';
import { credentialSource } from '../../../services/operator/credential-source.ts';
import { createOperatorServices } from '../../../services/operator-services.ts';
import { replaceAwsVariables } from '../../support/aws-protocol/account/aws-environment.ts';

const restores: (() => void)[] = [];
afterEach(() => {
  for (const restore of restores.splice(0)) restore();
});

const SECRET = createHmac('sha256', 'an example').update('valid nowhere').digest('hex');

it('signs path, query and body as the server works them out, with the token of temporary credentials', async () => {
  // Prepare
  const temporary = { AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE', AWS_SECRET_ACCESS_KEY: SECRET, AWS_SESSION_TOKEN: 'of a role' };
  restores.push(replaceAwsVariables(temporary));
  const { signRequest } = createOperatorServices({ region: 'eu-west-1' });
  const url = new URL('https://abc.execute-api.eu-west-1.amazonaws.com/pipeline?limit=5&status=SUCCEEDED');
  const body = '{"company_name":"Kindlewater & Söhne"}';

  // Act
  const signed = await signRequest({ method: 'POST', url, headers: { 'content-type': 'application/json' }, body });

  // Assess
  const headers = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name.toLowerCase(), value]));
  const { authorization = '', 'x-amz-date': date = '', 'x-amz-security-token': token } = headers;
  const [, scope = '', names = '', signature] =
    /Credential=ASIAEXAMPLE\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]+)$/.exec(authorization) ?? [];
  const request = { method: 'POST', url, headers, body: Buffer.from(body) };
  const signedHeaders = names.split(';');
  expect(token).toBe('of a role');
  expect(scope).toMatch(/^\d{8}\/eu-west-1\/execute-api\/aws4_request$/);
  expect(signedHeaders).toEqual(expect.arrayContaining(['host', 'x-amz-date', 'x-amz-security-token']));
  expect(signature).toBe(signatureOf(request, { secretAccessKey: SECRET, scope, date, signedHeaders }));
});

it('says that there are no credentials to sign with', async () => {
  // Prepare
  restores.push(replaceAwsVariables({}));
  const { signRequest } = createOperatorServices({ region: 'eu-west-1' });

  // Act
  const signing = signRequest({ method: 'GET', url: new URL('https://api.example/pipeline'), headers: {} });

  // Assess
  await expect(signing).rejects.toMatchObject({ name: 'PermissionDeniedError' });
});

it.each([
  [{ CREDENTIALS_ENV_VARS: 'g' }, 'the variables AWS_ACCESS_KEY_ID'],
  [{ CREDENTIALS_PROFILE: 'n' }, 'a profile in the shared files'],
  [{ CREDENTIALS_PROFILE_SSO: 'r', CREDENTIALS_SSO: 's' }, 'IAM Identity Center'],
  [{ CREDENTIALS_PROFILE_SOURCE_PROFILE: 'o', CREDENTIALS_STS_ASSUME_ROLE: 'i' }, 'a role that the profile assumes'],
  [{ CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN: 'h', CREDENTIALS_STS_ASSUME_ROLE_WEB_ID: 'k' }, 'a web identity token'],
  [{ CREDENTIALS_IMDS: '0' }, 'the instance'],
  [undefined, 'a source that the SDK does not name'],
])('names where credentials came from: %j', (features, words) => {
  expect(credentialSource(features)).toContain(words);
});
