import { ConfigurationError } from '../../../contracts/index.ts';
import type { OperatorAws } from '../../../services/operator/operator-aws.ts';
import type { UnsignedRequest } from '../../../services/operator/sign-request.ts';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';

/** The variable that holds the token of a caller. */
export const TOKEN_VARIABLE = 'SMOKE_TOKEN';

/** Gives the headers to send a request with. */
export type Authorize = (request: UnsignedRequest) => Promise<Readonly<Record<string, string>>>;

/** How callers sign in. */
export interface SignIn {
  /** In words. */
  readonly how: string;
  /** True when a request without it must be refused. */
  readonly required: boolean;
  readonly authorize: Authorize;
}

/** What decides how a caller signs in. */
export interface SignInGiven {
  /** Undefined for a server on this machine that no configuration describes. */
  readonly authorizer: DeployConfig['authorizer']['type'] | undefined;
  readonly token: string | undefined;
  readonly aws: Pick<OperatorAws, 'signRequest'>;
}

/**
 * Signs in as the environment asks for: by Signature Version 4, or with a bearer token. Throws `ConfigurationError` when a token is needed and none is given.
 */
export function signIn({ authorizer, token, aws }: SignInGiven): SignIn {
  if (authorizer === 'iam')
    return { how: 'signed with credentials of AWS', required: true, authorize: (request) => aws.signRequest(request) };
  if (token !== undefined)
    return { how: `with the token of ${TOKEN_VARIABLE}`, required: true, authorize: bearer(token) };
  if (authorizer === 'jwt')
    throw new ConfigurationError('This environment lets callers in by a JSON Web Token, and none was given.', {
      remedy: `Set ${TOKEN_VARIABLE} to an access token of the issuer that deploy/<environment>.json names.`,
    });
  return { how: 'without signing in', required: false, authorize: async ({ headers }) => headers };
}

function bearer(token: string): Authorize {
  return async ({ headers }) => ({ ...headers, authorization: `Bearer ${token}` });
}
