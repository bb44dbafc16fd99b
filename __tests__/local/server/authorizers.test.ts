import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createIamAuthorizer } from '../../../local/server/authorizers/iam-authorizer.ts';
import { createJwtAuthorizer } from '../../../local/server/authorizers/jwt-authorizer.ts';
import type { SignedRequest } from '../../../local/server/authorizers/local-authorizer.ts';
import { signatureOf } from '../../../local/server/authorizers/signature-v4.ts';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const authorizer = createIamAuthorizer('a secret for tests only', () => NOW);
const { AWS_ACCESS_KEY_ID: KEY = '', AWS_SECRET_ACCESS_KEY: SECRET = '' } = authorizer.credentials;

interface Signing {
  readonly date?: string;
  readonly key?: string;
  readonly secret?: string;
  readonly service?: string;
}

function signed({
  date = '20261122T080100Z',
  key = KEY,
  secret = SECRET,
  service = 'execute-api',
}: Signing = {}): SignedRequest {
  const request = {
    method: 'POST',
    url: new URL('http://127.0.0.1:3000/pipeline?b=2&a=1%2F'),
    headers: { host: '127.0.0.1:3000', 'x-amz-date': date },
    body: Buffer.from('{}'),
  };
  const scope = `${date.slice(0, 8)}/eu-west-1/${service}/aws4_request`;
  const signature = signatureOf(request, {
    secretAccessKey: secret,
    scope,
    date,
    signedHeaders: ['host', 'x-amz-date'],
  });
  const authorization = `AWS4-HMAC-SHA256 Credential=${key}/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`;
  return { ...request, headers: { ...request.headers, authorization } };
}

describe('signatureOf', () => {
  it('gives the signature that AWS publishes for its example', () => {
    // Prepare: "get-vanilla" of the test suite for Signature Version 4.
    const request = {
      method: 'GET',
      url: new URL('https://example.amazonaws.com/'),
      headers: { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' },
      body: Buffer.alloc(0),
    };

    // Act
    const signature = signatureOf(request, {
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
      scope: '20150830/us-east-1/service/aws4_request',
      date: '20150830T123600Z',
      signedHeaders: ['host', 'x-amz-date'],
    });

    // Assess
    expect(signature).toBe('5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31');
  });
});

describe('the IAM authorizer', () => {
  it('lets a signed request through, as the role that it is signed for', async () => {
    // Act
    const context = await authorizer.authorize(signed());

    // Assess
    expect(context).toMatchObject({ iam: { userId: expect.stringMatching(/^AROA/) } });
  });

  it.each([
    ['no signature', { ...signed(), headers: {} }],
    ['another secret', signed({ secret: 'x' })],
    ['another key', signed({ key: 'AKIAOTHER' })],
    ['another service', signed({ service: 's3' })],
    ['an old time', signed({ date: '20261122T075000Z' })],
    ['no time', signed({ date: '20261122' })],
    ['another body', { ...signed(), body: Buffer.from('{"a":1}') }],
    ['another method', { ...signed(), method: 'DELETE' }],
    ['another path', { ...signed(), url: new URL('http://127.0.0.1:3000/documents') }],
    ['another query', { ...signed(), url: new URL('http://127.0.0.1:3000/pipeline?a=2') }],
  ])('refuses %s', async (_name, request) => {
    // Act
    const context = await authorizer.authorize(request);

    // Assess
    expect(context).toBeUndefined();
  });
});

describe('the JWT authorizer', () => {
  const ask = async (token: string, now = NOW) => {
    let clock = NOW;
    const jwt = await createJwtAuthorizer(() => clock);
    clock = now;
    const bearer = token.replace('OWN', jwt.credentials.TOKEN ?? '');
    return jwt.authorize({ ...signed(), headers: { authorization: bearer } });
  };

  it('lets its own token through, with its claims', async () => {
    // Act
    const context = await ask('Bearer OWN');

    // Assess
    expect(context).toMatchObject({ jwt: { claims: { iss: expect.any(String), sub: 'developer' } } });
  });

  it.each([
    ['no token', ''],
    ['another scheme', 'Basic OWN'],
    ['a token that is none', 'Bearer x'],
    ['a changed token', 'Bearer OWNx'],
    ['an unsigned token', `Bearer ${part({ alg: 'none' })}.${part(claims())}.`],
    ['a token of another key', `Bearer ${foreignToken()}`],
  ])('refuses %s', async (_name, header) => {
    // Act
    const context = await ask(header);

    // Assess
    expect(context).toBeUndefined();
  });

  it('refuses its token after its time and before it', async () => {
    // Act
    const contexts = await Promise.all(
      ['2026-11-22T20:00:01.000Z', '2026-11-22T07:59:00.000Z'].map((time) => ask('Bearer OWN', new Date(time))),
    );

    // Assess
    expect(contexts).toEqual([undefined, undefined]);
  });
});

function claims(): object {
  return { iss: 'urn:interview-pipeline:local', aud: 'interview-pipeline', sub: 'eve', nbf: 0, exp: 9_999_999_999 };
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function foreignToken(): string {
  const signedPart = `${part({ alg: 'RS256' })}.${part(claims())}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return `${signedPart}.${sign('sha256', Buffer.from(signedPart), privateKey).toString('base64url')}`;
}
