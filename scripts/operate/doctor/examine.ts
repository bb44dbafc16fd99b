import { EXIT_CODES } from '../../../contracts/index.ts';
import type { Check, CheckContext } from './check.ts';
import { CHECKS, CREDENTIALS_CHECK } from './checks/index.ts';
import type { Finding } from './finding.ts';
import { outcomeOfError } from './finding.ts';

/** Makes every check, side by side; an error of one is its own finding and leaves the others. Never throws. */
export async function examine(context: CheckContext): Promise<readonly Finding[]> {
  const credentials = await findingOf(CREDENTIALS_CHECK, context);
  const reachable = credentials?.status === 'ok';
  const rest = await Promise.all(
    CHECKS.map((check) => (reachable || !check.asks_aws ? findingOf(check, context) : unasked(check))),
  );
  return [credentials, ...rest].filter((finding) => finding !== undefined);
}

/** The exit code of a report: credentials and permissions go first, because they may be why other checks failed. */
export function exitCodeOf(findings: readonly Finding[]): number {
  const failures = findings.filter(({ status }) => status === 'failed');
  if (failures.some(({ permission }) => permission)) return EXIT_CODES.permission;
  return failures.length > 0 ? EXIT_CODES.run_failed : EXIT_CODES.done;
}

async function findingOf(check: Check, context: CheckContext): Promise<Finding | undefined> {
  try {
    const outcome = await check.run(context);
    return outcome && { check: check.name, ...outcome };
  } catch (error) {
    return { check: check.name, ...outcomeOfError(error) };
  }
}

function unasked({ name }: Check): Finding {
  return { check: name, status: 'warning', message: 'not asked: there are no credentials' };
}
