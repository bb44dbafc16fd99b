import { PermissionDeniedError } from '../../../../contracts/index.ts';
import type { Check } from '../check.ts';
import { denied, ok } from '../finding.ts';

/** Credentials are there and AWS takes them. */
export const credentialsCheck: Check = {
  name: 'credentials',
  asks_aws: false,
  run: async ({ aws }) => {
    const { source, expires_at } = await aws.account.credentials();
    return ok(`found in ${source}${expires_at === undefined ? '' : `, good until ${expires_at.toISOString()}`}`);
  },
};

/** They belong to an account that this environment may be deployed to. */
export const accountCheck: Check = {
  name: 'account',
  asks_aws: true,
  run: async ({ aws, context: { config } }) => {
    const { account, arn } = await identity(aws.account.identity, config.region);
    if (account === config.accountId) return ok(`${account}, as ${arn}`);
    const wanted = config.allowedAccountIds.join(', ');
    return denied(
      `These credentials are of account ${account} (${arn}); deploy/${config.environment}.json names ${config.accountId}, and allowedAccountIds ${wanted}.`,
      `Use credentials of ${config.accountId} (AWS_PROFILE=…), or set accountId and allowedAccountIds in deploy/${config.environment}.json.`,
    );
  },
};

/** A region that is not enabled refuses every credential, which is worth saying. */
async function identity<Found>(ask: () => Promise<Found>, region: string): Promise<Found> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PermissionDeniedError)) throw error;
    throw new PermissionDeniedError(error.message, {
      cause: error.cause,
      remedy: `Sign in again (aws sso login) or set valid credentials. Where they work elsewhere: aws account get-region-opt-status --region-name ${region}`,
    });
  }
}
