import type { STSClient } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import { callAws } from '../aws/call-aws.ts';
import { OPERATOR_CALL_MS } from './ask-aws.ts';

/** Name under which requests to an API of API Gateway are signed. */
const API_SERVICE = 'execute-api';

/** A request that is to be signed. */
export interface UnsignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Gives the headers to send, the signature and, with temporary credentials, the session's token among them. Throws `PermissionDeniedError` without credentials. */
export type SignRequest = (request: UnsignedRequest) => Promise<Readonly<Record<string, string>>>;

/** Signs requests for the API with the credentials that the client finds, by Signature Version 4. */
export function createSignRequest({ config }: STSClient): SignRequest {
  return async ({ method, url, headers, body }) => {
    const signer = new SignatureV4({
      service: API_SERVICE,
      region: config.region,
      credentials: config.credentials,
      sha256: config.sha256,
    });
    const signed = await callAws(
      { action: 'sts:GetCallerIdentity', resource: 'these credentials' },
      OPERATOR_CALL_MS,
      () =>
        signer.sign({
          method,
          protocol: url.protocol,
          hostname: url.hostname,
          ...(url.port === '' ? {} : { port: Number(url.port) }),
          path: url.pathname,
          query: Object.fromEntries(url.searchParams),
          headers: { ...headers, host: url.host },
          ...(body === undefined ? {} : { body }),
        }),
    );
    return signed.headers;
  };
}
