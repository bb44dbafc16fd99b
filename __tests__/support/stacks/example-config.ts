import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';
import { readDeployConfig } from '../../../stacks/deploy-config.ts';

const DEPLOY = join(import.meta.dirname, '../../../deploy');

/** The configuration of an environment as the repository ships it: production is the example, under the name it is to be copied to. */
export function exampleConfig(
  environment: 'dev' | 'prod',
  variables: Readonly<Record<string, string>> = {},
): DeployConfig {
  const root = mkdtempSync(join(tmpdir(), 'deploy-'));
  try {
    mkdirSync(join(root, 'deploy'));
    copyFileSync(join(DEPLOY, 'dev.json'), join(root, 'deploy', 'dev.json'));
    copyFileSync(join(DEPLOY, 'prod.example.json'), join(root, 'deploy', 'prod.json'));
    return readDeployConfig({ root, variables: { DEPLOY_ENV: environment, ...variables } });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
