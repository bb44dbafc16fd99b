import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTerraform } from '../terraform/run-terraform.ts';
import { initStack, stackFolder } from '../terraform/stack-folder.ts';
import { TerraformError } from '../terraform/terraform-error.ts';
import { showPlan } from './make-plan.ts';
import { parsePlan } from './plan-json.ts';
import { verifyAccount } from './verify-account.ts';
import { allowedAccounts, readReviewedPlan, verifyEnvironment, verifyZips } from './verify-plan.ts';

/** Seconds for which another run's lock is waited for. */
const LOCK_WAIT_SECONDS = 180;

/** What is applied. */
export interface ApplyRequest {
  readonly environment: string;
  readonly planFile: string;
  /** Of the plan that was reviewed. */
  readonly sha256: string;
  readonly backendConfig: readonly string[];
}

/**
 * Applies a plan, if it is the one that was reviewed and every zip that it names is there and is the one that was reviewed. The plan is read once, hashed, and
 * applied from a copy that nobody else can write, so that it cannot become another one in between.
 *
 * @throws RejectedInputError when anything is not what was reviewed
 * @throws PermissionDeniedError when the credentials are those of another account
 * @throws ConfigurationError when terraform or the synthesized stack is missing
 * @throws TerraformError when terraform fails, also because the state has moved on since the plan was made
 */
export async function applyPlan({ environment, planFile, sha256, backendConfig }: ApplyRequest): Promise<void> {
  const bytes = readReviewedPlan(planFile, sha256);
  const folder = mkdtempSync(join(tmpdir(), 'reviewed-plan-'));
  try {
    const copy = join(folder, 'planned.tfplan');
    writeFileSync(copy, bytes, { mode: 0o600 });
    await initStack(environment, backendConfig);
    await verifyContents(environment, copy);
    await carryOut(environment, copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Terraform refuses a plan when the state has moved on since; what to do then, it does not say. */
async function carryOut(environment: string, planFile: string): Promise<void> {
  const args = ['apply', `-lock-timeout=${LOCK_WAIT_SECONDS}s`, planFile];
  try {
    await runTerraform({ folder: stackFolder(environment), args });
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    throw new TerraformError(`${error.message} ${WHAT_NEXT}`, error.exitCode);
  }
}

const WHAT_NEXT =
  'If the plan is stale, somebody has applied since it was made, and nothing was changed; otherwise what was made before the error is in the state. Either way plan again and have that plan reviewed.';

async function verifyContents(environment: string, planFile: string): Promise<void> {
  const plan = parsePlan(await showPlan(environment, planFile));
  verifyEnvironment(plan, environment);
  verifyZips(plan, stackFolder(environment));
  const isKnown = verifyAccount(allowedAccounts(plan));
  if (!isKnown)
    console.error('The account could not be told beforehand; the AWS provider refuses any but those allowed.');
}
