import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../contracts/index.ts';
import { runTerraform } from './run-terraform.ts';

const LOCK_FILE = '.terraform.lock.hcl';

/** Where the hashes of the providers are committed: the stack's own folder is made anew by every synth, and git ignores it. */
const COMMITTED_LOCK_FILE = `deploy/${LOCK_FILE}`;

/** The folder in which terraform runs for an environment, from the root of the repository. */
export function stackFolder(environment: string): string {
  return join('cdktf.out', 'stacks', `interview-pipeline-${environment}`);
}

/** The configuration that `npm run synth` wrote there. */
export function stackConfigurationFile(environment: string): string {
  return join(stackFolder(environment), 'cdk.tf.json');
}

/**
 * Runs `terraform init` in the folder of a stack. The providers are held to the hashes of deploy/.terraform.lock.hcl where that file is committed; where
 * it is not, the one that terraform writes is put there to be committed.
 *
 * @param backendConfig what the configuration leaves out of its S3 backend, each `key=value` or the path of a file
 * @throws ConfigurationError when nothing was synthesized, or terraform is not installed
 * @throws TerraformError when terraform cannot initialize the folder
 */
export async function initStack(environment: string, backendConfig: readonly string[] = []): Promise<void> {
  const folder = stackFolder(environment);
  if (!existsSync(stackConfigurationFile(environment))) {
    throw new ConfigurationError(`There is no ${stackConfigurationFile(environment)}.`, {
      remedy: `Run "DEPLOY_ENV=${environment} npm run synth" first.`,
    });
  }
  const lock = join(folder, LOCK_FILE);
  if (existsSync(COMMITTED_LOCK_FILE)) copyFileSync(COMMITTED_LOCK_FILE, lock);
  // -reconfigure: the folder may still know the backend of another run; moving a state is a step of its own.
  await runTerraform({
    folder,
    args: ['init', '-reconfigure', ...backendConfig.map((each) => `-backend-config=${each}`)],
  });
  if (!existsSync(COMMITTED_LOCK_FILE) && namesProviders(lock)) copyFileSync(lock, COMMITTED_LOCK_FILE);
}

/** A provider under development is not locked, and a lock file without any says nothing. */
function namesProviders(lock: string): boolean {
  return existsSync(lock) && readFileSync(lock, 'utf8').includes('provider "');
}
