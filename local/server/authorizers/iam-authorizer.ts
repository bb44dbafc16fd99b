import { createHmac } from 'node:crypto';
import type { LocalAuthorizer } from './local-authorizer.ts';
import { signatureOf } from './signature-v4.ts';

/** Milliseconds that the time of a signature may be off: five minutes, as in AWS. */
const MAX_SKEW_MS = 300_000;

/** The account and the role that signed calls on one machine come from. */
const LOCAL_IDENTITY = { accountId: '000000000000', userId: 'AROALOCALDEVELOPER:developer' };

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)\/(?<scope>\d{8}\/[^/]+\/execute-api\/aws4_request),\s*SignedHeaders=(?<names>[^,]+),\s*Signature=(?<signature>[0-9a-f]{64})$/;

const AMZ_DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;

/** Verifies AWS Signature Version 4 with credentials of this server, which are the same after a restart. */
export function createIamAuthorizer(secret: string, now: () => Date): LocalAuthorizer {
  const derived = (name: string): string => createHmac('sha256', secret).update(`iam:${name}`).digest('hex');
  const accessKeyId = `AKIA${derived('id').slice(0, 16).toUpperCase()}`;
  const secretAccessKey = derived('secret');
  return {
    refusal: 403,
    credentials: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    authorize: async (request) => {
      const { authorization = '', 'x-amz-date': date = '' } = request.headers;
      const { key, scope = '', names = '', signature } = AUTHORIZATION.exec(authorization)?.groups ?? {};
      const signedHeaders = names.split(';');
      const isCurrent = Math.abs(now().getTime() - timeOf(date)) <= MAX_SKEW_MS && date.startsWith(scope.slice(0, 8));
      if (key !== accessKeyId || !isCurrent || !signedHeaders.includes('host')) return undefined;
      const expected = signatureOf(request, { secretAccessKey, scope, date, signedHeaders });
      return signature === expected ? { iam: LOCAL_IDENTITY } : undefined;
    },
  };
}

/** Milliseconds since 1970 of a time as AWS writes it; NaN for anything else. */
function timeOf(amzDate: string): number {
  return new Date(amzDate.replace(AMZ_DATE, '$1-$2-$3T$4:$5:$6Z')).getTime();
}
