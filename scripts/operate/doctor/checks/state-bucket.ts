import { randomUUID } from 'node:crypto';
import type { OperatorAws } from '../../../../services/operator/operator-aws.ts';
import type { DeployConfig } from '../../../../stacks/deploy-config.ts';
import { lockKey, stateKey } from '../../../../stacks/state-key.ts';
import type { Check, CheckContext } from '../check.ts';
import type { Outcome } from '../finding.ts';
import { failed, ok, orAdvise, warning } from '../finding.ts';

/** The bucket that the configuration names, as one check after the other sees it. */
interface NamedBucket {
  readonly aws: OperatorAws;
  readonly config: DeployConfig;
  readonly bucket: string;
  readonly keyPrefix: string;
  /** The region that Terraform is told. */
  readonly region: string;
}

/** The checks of Terraform's state, each by itself: a permission that one of them lacks leaves the others. */
export const stateChecks: readonly Check[] = [
  stateCheck('state bucket', inRegion, unnamed),
  stateCheck('state versions', versioned),
  stateCheck('state encryption', encrypted),
  stateCheck('state public access', closed),
  stateCheck('state lock', lockable),
];

/** `otherwise` speaks when there is no bucket to look at: one of the checks does it for all. */
function stateCheck(
  name: string,
  look: (named: NamedBucket) => Promise<Outcome>,
  otherwise: (config: DeployConfig) => Outcome | undefined = () => undefined,
): Check {
  return {
    name,
    asks_aws: true,
    run: async ({ aws, context: { config } }: CheckContext) => {
      const { backend } = config;
      if (backend.type === 'local' || backend.bucket === undefined) return otherwise(config);
      const { bucket, keyPrefix, region = config.region } = backend;
      return orAdvise(makeBucket(bucket, region), look({ aws, config, bucket, keyPrefix, region }));
    },
  };
}

function unnamed({ backend, environment, region }: DeployConfig): Outcome {
  if (backend.type === 's3')
    return warning(
      'The bucket is given to terraform init alone, so that it cannot be looked at.',
      `Name it for this command: DEPLOY_BACKEND='{"type": "s3", "bucket": "NAME", "region": "${region}"}' npm run doctor -- --env ${environment}`,
    );
  if (environment === 'dev') return ok('none: the state is kept on this machine, which is enough for one person');
  return warning(
    'The state is kept on this machine: nobody else can deploy, and it is lost with the machine.',
    `Set backend in deploy/${environment}.json to {"type": "s3", "bucket": "NAME", "region": "REGION"}; docs/state.md makes the bucket.`,
  );
}

async function inRegion({ aws, bucket, region, config }: NamedBucket): Promise<Outcome> {
  const found = await aws.stateBucket.region(bucket);
  if (found === undefined || found === region) return ok(`${bucket} is there, in ${region}`);
  return failed(
    `${bucket} is in ${found}, Terraform is told ${region}.`,
    `Set backend.region in deploy/${config.environment}.json to "${found}".`,
  );
}

async function versioned({ aws, bucket }: NamedBucket): Promise<Outcome> {
  const status = await aws.stateBucket.versioning(bucket);
  if (status === 'Enabled') return ok('every state is kept');
  return failed(
    `Versioning is ${status}: a state that should not have been written cannot be taken back.`,
    `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled`,
  );
}

async function encrypted({ aws, bucket }: NamedBucket): Promise<Outcome> {
  const algorithm = await aws.stateBucket.encryption(bucket);
  if (algorithm !== undefined) return ok(`by default with ${algorithm}`);
  return warning(
    'The bucket names no encryption of its own; Terraform asks for it with every write.',
    `aws s3api put-bucket-encryption --bucket ${bucket} --server-side-encryption-configuration '{"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]}'`,
  );
}

async function closed({ aws, bucket }: NamedBucket): Promise<Outcome> {
  const open = await aws.stateBucket.openToPublic(bucket);
  if (open.length === 0) return ok('blocked in all four ways');
  return failed(
    `The bucket does not set ${open.join(', ')}, and the state names every resource with its settings.`,
    `aws s3api put-public-access-block --bucket ${bucket} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
  );
}

/** Takes and frees the lock that Terraform takes, in its form, so that whoever is refused in that moment sees by whom. */
async function lockable({ aws, bucket, keyPrefix, config }: NamedBucket): Promise<Outcome> {
  const key = stateKey(keyPrefix, config);
  const lock = {
    ID: randomUUID(),
    Operation: 'doctor',
    Who: 'npm run doctor',
    Created: new Date().toISOString(),
    Path: `${bucket}/${key}`,
  };
  const outcome = await aws.stateBucket.tryLock(bucket, lockKey(key), JSON.stringify(lock));
  if (outcome === 'free') return ok(`${lockKey(key)} could be written and removed`);
  return warning(
    `The state is locked: somebody is planning or applying, or a run died with the lock (${lockKey(key)}).`,
    `See who: aws s3 cp s3://${bucket}/${lockKey(key)} - ; free it when that run is dead: terraform force-unlock ID`,
  );
}

function makeBucket(bucket: string, region: string): string {
  // The oldest region alone takes no constraint.
  const constraint = region === 'us-east-1' ? '' : ` --create-bucket-configuration LocationConstraint=${region}`;
  return `Correct backend.bucket, or make it: aws s3api create-bucket --bucket ${bucket} --region ${region}${constraint}; docs/state.md has the rest.`;
}
