import { RejectedInputError } from '../../../contracts/index.ts';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';
import { artifactsBucketName, pipelineContext } from '../../../stacks/pipeline-context.ts';
import type { OperatorStreams } from '../terminal.ts';
import { writeLine } from '../terminal.ts';
import { deployedStack } from './deployed-protection.ts';

/** The environment that may be thrown away without a further word. */
const DEVELOPMENT = 'dev';

/** What a teardown does, step by step. */
export interface TeardownSteps {
  /** Bundles, synthesizes and initializes, so that Terraform can work in the folder of the stack. */
  prepare(): Promise<void>;
  /** The JSON of `terraform show -json`: what is deployed. */
  showState(): Promise<string>;
  /** Deletes every version of every object; gives how many objects there were. */
  emptyBucket(bucket: string): Promise<number>;
  /** `terraform destroy`. */
  destroy(): Promise<void>;
}

/** What is torn down, and the name by which somebody says so. */
export interface Teardown {
  readonly config: DeployConfig;
  readonly confirm: string | undefined;
}

/**
 * Removes everything that the stack made, content included. Outside dev two steps come before, each seen by somebody: protection is taken off in the configuration and
 * applied, then the stack's name is given.
 *
 * @throws RejectedInputError when something is still protected, or the name is missing or another one; nothing was touched then
 */
export async function tearDown(
  { config, confirm }: Teardown,
  steps: TeardownSteps,
  streams: OperatorStreams,
): Promise<void> {
  const context = pipelineContext(config);
  refuseProtected(config);
  refuseUnconfirmed(config, context.base, confirm);
  await steps.prepare();
  const { resources, protections } = deployedStack(await steps.showState());
  if (resources === 0) {
    writeLine(streams.out, `Nothing of ${context.base} is deployed.`);
    return;
  }
  refuseDeployedProtection(config, protections);
  const bucket = artifactsBucketName(context);
  const objects = await steps.emptyBucket(bucket);
  writeLine(streams.out, `Emptied ${bucket}: ${objects} objects with all their versions.`);
  await steps.destroy();
  await assertNothingLeft(steps);
  writeLine(streams.out, `Nothing of ${context.base} is left. ${WHAT_AWS_KEEPS}`);
}

/** Not ours to delete; said so that nobody is surprised. */
const WHAT_AWS_KEEPS =
  'AWS itself keeps a backup of the deleted table for 35 days, without charge, traces for 30 days and metrics for 15 months.';

function refuseProtected({ protectData, environment }: DeployConfig): void {
  if (!protectData) return;
  throw new RejectedInputError(`The data of ${environment} is protected (protectData).`, {
    remedy: `Set "protectData": false in deploy/${environment}.json, have that change planned, reviewed and applied, then repeat the command.`,
  });
}

function refuseUnconfirmed({ environment }: DeployConfig, base: string, confirm: string | undefined): void {
  if (confirm === base || (environment === DEVELOPMENT && confirm === undefined)) return;
  throw new RejectedInputError(
    confirm === undefined
      ? `Everything in ${base} would be deleted for good.`
      : `--confirm ${confirm} is not the name of what would be deleted.`,
    { remedy: `If that is meant, add --confirm ${base}.` },
  );
}

function refuseDeployedProtection({ environment }: DeployConfig, protections: readonly string[]): void {
  if (protections.length === 0) return;
  throw new RejectedInputError(`As it is deployed, ${protections.join(', and ')}.`, {
    remedy: `The configuration says otherwise, but it was not applied yet: run "npm run plan -- --env ${environment}", have it reviewed, apply it, then repeat the command.`,
  });
}

async function assertNothingLeft(steps: TeardownSteps): Promise<void> {
  const { resources } = deployedStack(await steps.showState());
  if (resources > 0) throw new Error(`terraform destroy succeeded, but its state still knows ${resources} resources.`);
}
