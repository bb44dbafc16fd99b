import { ENVIRONMENT_VARIABLE } from '../../stacks/config/overlay.ts';
import type { DeployConfig } from '../../stacks/deploy-config.ts';
import { readDeployConfig } from '../../stacks/deploy-config.ts';

/** Where a command finds configurations and settings. */
export interface Surroundings {
  /** The root of the checkout. */
  readonly root: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The configuration of an environment by its name, as `synth` reads it. Throws `DeployConfigError` that names every fault. */
export function readEnvironment(environment: string, { root, variables }: Surroundings): DeployConfig {
  return readDeployConfig({ root, variables: { ...variables, [ENVIRONMENT_VARIABLE]: environment } });
}
