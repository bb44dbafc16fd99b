import { spawnSync } from 'node:child_process';
import { PermissionDeniedError } from '../../contracts/index.ts';

/** Longest that is waited for AWS to say which account it is, in milliseconds; it answers within one second, or there is no network. */
const ANSWER_TIMEOUT_MS = 20_000;

/**
 * Refuses credentials of an account that is not allowed, where the AWS command line is there to tell; false where nothing could be told, which is then left
 * to the AWS provider: it makes the same refusal before it changes anything (`allowed_account_ids`).
 *
 * @throws PermissionDeniedError when the credentials are those of another account
 */
export function verifyAccount(allowed: readonly string[]): boolean {
  const query = ['sts', 'get-caller-identity', '--query', 'Account', '--output', 'text'];
  const { status, stdout } = spawnSync('aws', query, { encoding: 'utf8', timeout: ANSWER_TIMEOUT_MS });
  const account = stdout?.trim() ?? '';
  if (status !== 0 || !/^\d{12}$/.test(account)) return false;
  if (allowed.includes(account)) return true;
  throw new PermissionDeniedError(
    `Nothing was applied: the credentials are those of account ${account}, the plan allows ${allowed.join(', ')}.`,
    { remedy: 'Take on the role of the environment, or correct AWS_PROFILE.' },
  );
}
