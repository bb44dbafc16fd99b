import type { DeployConfig } from './deploy-config.ts';

/** The object of an S3 backend that holds the state: its key carries the environment, so that two never share one. */
export function stateKey(keyPrefix: string, { environment }: Pick<DeployConfig, 'environment'>): string {
  return `${keyPrefix}/${environment}/terraform.tfstate`;
}

/** The object beside it that Terraform writes, only if there is none, while it works (`use_lockfile`). */
export function lockKey(key: string): string {
  return `${key}.tflock`;
}
