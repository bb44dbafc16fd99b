import { createHash } from 'node:crypto';
import type { Authorizer } from '../../services/services.ts';
import type { ApiEvent } from './api-event.ts';
import { HttpProblem } from './http-problem.ts';

/** Owner of runs on one machine, where nobody signs in. */
export const LOCAL_OWNER = 'local';

/** Hex digits of an owner's hash in keys: 128 bits, so that two owners never share a folder. */
const OWNER_KEY_DIGITS = 32;

/**
 * Who asks: account and role id for IAM (`AROA…`, without the session's name), `iss|sub` for a JWT, {@link LOCAL_OWNER} where nobody signs in.
 * Throws an {@link HttpProblem} 401 when the authorizer that is configured does not say who it is.
 */
export function ownerOf({ requestContext: { authorizer } }: ApiEvent, configured: Authorizer): string {
  const owner =
    (configured === 'jwt' ? undefined : iamOwner(authorizer)) ??
    (configured === 'iam' ? undefined : jwtOwner(authorizer));
  if (owner !== undefined) return owner;
  if (configured === 'none') return LOCAL_OWNER;
  throw new HttpProblem('unauthenticated', { detail: 'The request does not say who the caller is.' });
}

/** The owner as a part of an artifact's key, which takes fewer characters than an owner may have. */
export function ownerKey(owner: string): string {
  return owner === LOCAL_OWNER ? owner : createHash('sha256').update(owner).digest('hex').slice(0, OWNER_KEY_DIGITS);
}

type AuthorizerContext = ApiEvent['requestContext']['authorizer'];

function iamOwner(context: AuthorizerContext): string | undefined {
  const [roleId] = context?.iam?.userId.split(':') ?? [];
  return context?.iam && roleId ? `${context.iam.accountId}/${roleId}` : undefined;
}

function jwtOwner(context: AuthorizerContext): string | undefined {
  const { iss, sub } = context?.jwt?.claims ?? {};
  return typeof iss === 'string' && typeof sub === 'string' && iss !== '' && sub !== '' ? `${iss}|${sub}` : undefined;
}
