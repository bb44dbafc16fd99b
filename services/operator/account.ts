import type { STSClient } from '@aws-sdk/client-sts';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { PermissionDeniedError } from '../../contracts/index.ts';
import { askAws } from './ask-aws.ts';
import { credentialSource } from './credential-source.ts';

/** Credentials as they were found. */
export interface CredentialFacts {
  /** Where they came from, in words. */
  readonly source: string;
  /** When they stop working; undefined for those that do not. */
  readonly expires_at?: Date;
}

/** To whom credentials belong. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** Who is asking AWS. */
export interface Account {
  /** Finds credentials as every tool of AWS does. Throws `PermissionDeniedError` when there are none. */
  credentials(): Promise<CredentialFacts>;
  /** Asks AWS whose they are: no permission is needed, so a refusal means that they are wrong or expired. Throws `PermissionDeniedError`, `TransientUpstreamError`. */
  identity(): Promise<CallerIdentity>;
}

/** Who is asking, by STS. */
export function createAccount(client: STSClient): Account {
  return {
    credentials: async () => {
      const found = await client.config.credentials().catch((cause: unknown) => {
        throw new PermissionDeniedError(`No credentials of AWS were found (${String(cause)}).`, {
          cause,
          remedy: 'Run `aws sso login`, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
        });
      });
      return {
        source: credentialSource('$source' in found ? found.$source : undefined),
        ...(found.expiration === undefined ? {} : { expires_at: found.expiration }),
      };
    },
    identity: () =>
      askAws({ action: 'sts:GetCallerIdentity', resource: 'these credentials' }, async (options) => {
        const { Account: account = '', Arn: arn = '' } = await client.send(new GetCallerIdentityCommand({}), options);
        return { account, arn };
      }),
  };
}
