import type { KeyObject } from 'node:crypto';
import { generateKeyPair, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { LocalAuthorizer } from './local-authorizer.ts';

/** Who gives out the tokens of one machine, and for whom they are. */
const ISSUER = 'urn:interview-pipeline:local';
const AUDIENCE = 'interview-pipeline';
const SUBJECT = 'developer';

/** How long the token lives that is printed at the start, in seconds: a working day. */
const TOKEN_SECONDS = 43_200;

/** Bits of the RSA key: the shortest that is still taken to be safe. */
const KEY_BITS = 2_048;

const MS_PER_SECOND = 1_000;

const Header = z.object({ alg: z.literal('RS256') });

const Claims = z.looseObject({
  iss: z.literal(ISSUER),
  aud: z.literal(AUDIENCE),
  sub: z.string().min(1),
  exp: z.number(),
  nbf: z.number(),
});

/** Verifies access tokens that are signed with RSA, as the gateway does: signature, issuer, audience and times. Makes one at the start. */
export async function createJwtAuthorizer(now: () => Date): Promise<LocalAuthorizer> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  return {
    refusal: 401,
    credentials: { TOKEN: newToken(privateKey, now()) },
    authorize: async ({ headers }) => {
      const token = /^Bearer (?<token>\S+)$/.exec(headers.authorization ?? '')?.groups?.token;
      const claims = token === undefined ? undefined : verifiedClaims(publicKey, token, now());
      return claims && { jwt: { claims } };
    },
  };
}

function newToken(key: KeyObject, now: Date): string {
  const nbf = Math.floor(now.getTime() / MS_PER_SECOND);
  const claims: z.infer<typeof Claims> = { iss: ISSUER, aud: AUDIENCE, sub: SUBJECT, nbf, exp: nbf + TOKEN_SECONDS };
  const signed = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) => base64url(JSON.stringify(part))).join('.');
  return `${signed}.${base64url(sign('sha256', Buffer.from(signed), key))}`;
}

function verifiedClaims(key: KeyObject, token: string, now: Date): z.infer<typeof Claims> | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) return undefined;
  const claims = Claims.safeParse(jsonOf(payload));
  if (!claims.success || !Header.safeParse(jsonOf(header)).success) return undefined;
  const seconds = now.getTime() / MS_PER_SECOND;
  return claims.data.nbf <= seconds && seconds < claims.data.exp ? claims.data : undefined;
}

/** Only called for what our own key has signed. */
function jsonOf(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
}

function base64url(data: string | Buffer): string {
  return Buffer.from(data).toString('base64url');
}
