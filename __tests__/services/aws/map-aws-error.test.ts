import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RejectedInputError } from '../../../contracts/index.ts';
import { callAws } from '../../../services/aws/call-aws.ts';
import { COMMON_ERROR_RULES } from '../../../services/aws/error-rules/common.ts';
import type { AwsErrorRule } from '../../../services/aws/error-rules/error-rule.ts';
import type { AwsService } from '../../../services/aws/error-rules/service-error-rules.ts';
import { SERVICE_ERROR_RULES } from '../../../services/aws/error-rules/service-error-rules.ts';
import { mapAwsError } from '../../../services/aws/map-aws-error.ts';
import { ANSWERED_ERRORS } from './answered-errors.ts';
import type { OneAttempt } from './error-protocols.ts';
import { ERROR_PROTOCOLS } from './error-protocols.ts';

const SERVICES = Object.keys(SERVICE_ERROR_RULES) as AwsService[];

/** Codes of the network that a test cannot provoke on loopback; the error is made as Node makes it. */
const NETWORK_CODES = [
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
] as const;

/** Names of client-side errors, each provoked by a test of its own below. */
const PROVOKED = [
  'Error',
  'SyntaxError',
  'TimeoutError',
  'AbortError',
  'CredentialsProviderError',
  'TokenProviderError',
  'ECONNREFUSED',
  'ECONNRESET',
];

let server: Server;
let answer: RequestListener;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('what a service answers with', () => {
  it.each(ANSWERED_ERRORS)(
    '$service $status $code is a $expected',
    async ({ service, status, code, message, expected }) => {
      // Prepare
      const { error, content_type, call } = ERROR_PROTOCOLS[service];
      answer = (_, response) => response.writeHead(status, { 'content-type': content_type }).end(error(code, message));

      // Act
      const failure = await failureOf(service);

      // Assess
      expect(failure).toMatchObject({ name: expected, cause: { name: code, message } });
      for (const part of [call.action, call.resource, code, message]) expect(failure.message).toContain(part);
      expect(failure.remedy).not.toBe('');
    },
  );

  it('has a case for every code of the table', () => {
    // Act
    const rules: readonly AwsErrorRule[] = [
      ...SERVICES.flatMap((service) => SERVICE_ERROR_RULES[service]),
      ...COMMON_ERROR_RULES,
    ];
    const covered: readonly string[] = [...ANSWERED_ERRORS.map(({ code }) => code), ...NETWORK_CODES, ...PROVOKED];

    // Assess
    expect(rules.flatMap(({ names }) => names).filter((name) => !covered.includes(name))).toEqual([]);
  });

  it('says which action on which resource to allow', async () => {
    // Prepare
    const { error, content_type } = ERROR_PROTOCOLS.dynamodb;
    const body = error('AccessDeniedException', 'not authorized');
    answer = (_, response) => response.writeHead(400, { 'content-type': content_type }).end(body);

    // Act
    const failure = await failureOf('dynamodb');

    // Assess
    expect(failure.message).toBe('AWS refused dynamodb:GetItem on table t (AccessDeniedException: not authorized).');
    expect(failure.remedy).toBe('Allow dynamodb:GetItem on table t to the role that called.');
  });
});

describe.each(SERVICES)('what keeps %s from answering', (service) => {
  it.each<[string, string, RequestListener]>([
    [
      'an answer that is cut off',
      'TransientUpstreamError',
      (_, response) => {
        response.writeHead(200, { 'content-length': 1_000 }).write('{"It');
        setImmediate(() => response.destroy());
      },
    ],
    ['a connection that breaks', 'TransientUpstreamError', ({ socket }) => socket.destroy()],
    [
      'an error page of something in between',
      'TransientUpstreamError',
      (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway'),
    ],
  ])('%s is a %s', async (_, expected, listener) => {
    // Prepare
    answer = listener;

    // Act
    const failure = await failureOf(service);

    // Assess
    expect(failure).toMatchObject({ name: expected, cause: expect.any(Error) });
    expect(failure.message).toContain(ERROR_PROTOCOLS[service].call.action);
  });

  it('no answer at all is a TransientUpstreamError after the time of an attempt', async () => {
    // Prepare
    answer = () => undefined;

    // Act
    const failure = await failureOf(service, { requestHandler: { requestTimeout: 100, throwOnRequestTimeout: true } });

    // Assess
    expect(failure).toMatchObject({ name: 'TransientUpstreamError', cause: { name: 'TimeoutError' } });
  });

  it('a slow answer is given up after the time of the whole call', async () => {
    // Prepare
    answer = (_, response) => response.writeHead(200, { 'content-length': 1_000 }).write('{');

    // Act
    const failure = await failureOf(service, {}, 200);

    // Assess
    expect(failure).toMatchObject({
      name: 'TransientUpstreamError',
      message: expect.stringMatching(/took longer than 200 ms/),
      cause: expect.any(Error),
    });
  });

  it('nobody listening is a TransientUpstreamError', async () => {
    // Prepare
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    // Act
    const failure = await failureOf(service, { endpoint: `http://127.0.0.1:${port}` });

    // Assess
    expect(failure).toMatchObject({ name: 'TransientUpstreamError', cause: { code: 'ECONNREFUSED' } });
  });

  it.each(['CredentialsProviderError', 'TokenProviderError'])(
    'credentials that cannot be had (%s) are a PermissionDeniedError',
    async (name) => {
      // Prepare
      const missing = Object.assign(new Error('Could not load credentials'), { name });

      // Act
      const failure = await failureOf(service, { credentials: () => Promise.reject(missing) });

      // Assess
      expect(failure).toMatchObject({
        name: 'PermissionDeniedError',
        cause: missing,
        remedy: expect.stringMatching(/credentials/),
      });
    },
  );

  it('a region that nobody set is a ConfigurationError', async () => {
    // Act
    const failure = await failureOf(service, { region: () => Promise.reject(new Error('Region is missing')) });

    // Assess
    expect(failure).toMatchObject({ name: 'ConfigurationError', remedy: expect.stringMatching(/AWS_REGION/) });
  });
});

describe('mapAwsError', () => {
  it.each(NETWORK_CODES)('takes %s of the network for something that passes', (code) => {
    // Act
    const mapped = mapAwsError(Object.assign(new Error('connect'), { code }), ERROR_PROTOCOLS.s3.call);

    // Assess
    expect(mapped).toMatchObject({ name: 'TransientUpstreamError', cause: { code } });
  });

  it('takes a call that its caller gave up for one to repeat', async () => {
    // Prepare
    const { call, send } = ERROR_PROTOCOLS.s3;

    // Act
    const given = callAws(call, 10_000, () => send(settings(), { abortSignal: AbortSignal.abort() }));

    // Assess
    await expect(given).rejects.toMatchObject({ name: 'TransientUpstreamError', cause: { name: 'AbortError' } });
  });

  it('reads bytes again that differ from their checksum', async () => {
    // Prepare
    answer = ({ url }, response) => {
      expect(url).toContain('/b/k');
      response.writeHead(200, { 'x-amz-checksum-crc32': 'AAAAAA==', 'content-length': 5 }).end('bytes');
    };

    // Act
    const failure = await failureOf('s3');

    // Assess
    expect(failure).toMatchObject({ name: 'TransientUpstreamError', message: expect.stringMatching(/[Cc]hecksum/) });
  });

  it.each<[string, unknown]>([
    ['a fault of our own', new TypeError('x is undefined')],
    ['a declared error', new RejectedInputError('declared already')],
    ['what is no error', 'thrown'],
  ])('leaves %s as it is', (_, error) => {
    // Act
    const mapped = mapAwsError(error, ERROR_PROTOCOLS.dynamodb.call);

    // Assess
    expect(mapped).toBe(error);
  });
});

/** What a call through the real client of a service fails with. */
async function failureOf(service: AwsService, changes: Partial<OneAttempt> = {}, timeoutMs = 10_000) {
  const { call, send } = ERROR_PROTOCOLS[service];
  return callAws(call, timeoutMs, (options) => send({ ...settings(), ...changes }, options)).then(
    (result: unknown) => expect(result).toBe('a failure') as never,
    (error: Error & { readonly remedy?: string }) => error,
  );
}

function settings(): OneAttempt {
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'loopback-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a made-up secret' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 8_000, throwOnRequestTimeout: true },
  };
}
