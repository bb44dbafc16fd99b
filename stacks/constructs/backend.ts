import { LocalBackend, S3Backend } from 'cdktf';
import type { Construct } from 'constructs';
import type { DeployConfig } from '../deploy-config.ts';
import { stateKey } from '../state-key.ts';

/**
 * Says where the state is kept; the key carries the environment. What an S3 backend is not given here, `terraform init -backend-config=…` gives.
 *
 * @param scope the stack
 */
export function makeBackend(scope: Construct, { backend, environment }: DeployConfig): void {
  if (backend.type === 'local') {
    // Without a path cdktf writes the absolute one of this machine. This one leads out of cdktf.out, which is made anew by every synth.
    new LocalBackend(scope, { path: `../../../terraform.${environment}.tfstate` });
    return;
  }
  const { bucket, region, keyPrefix, kmsKeyId } = backend;
  const s3 = new S3Backend(scope, {
    // The types ask for a bucket, Terraform takes it at init as well; the override below removes an empty one.
    bucket: bucket ?? '',
    key: stateKey(keyPrefix, { environment }),
    encrypt: true,
    ...(region === undefined ? {} : { region }),
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  });
  if (bucket === undefined) s3.addOverride('bucket', undefined);
  // cdktf 0.21 does not know the option: a lock file beside the state, written only if there is none.
  s3.addOverride('use_lockfile', true);
}
