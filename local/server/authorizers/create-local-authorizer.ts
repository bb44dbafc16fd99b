import type { Authorizer } from '../../../services/services.ts';
import { createIamAuthorizer } from './iam-authorizer.ts';
import { createJwtAuthorizer } from './jwt-authorizer.ts';
import type { LocalAuthorizer } from './local-authorizer.ts';

/** The authorizer of a name, with credentials made from a secret; undefined where nobody signs in. */
export async function createLocalAuthorizer(
  name: Authorizer,
  secret: string,
  now: () => Date,
): Promise<LocalAuthorizer | undefined> {
  if (name === 'none') return undefined;
  return name === 'iam' ? createIamAuthorizer(secret, now) : createJwtAuthorizer(now);
}
