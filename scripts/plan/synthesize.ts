import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ConfigurationError } from '../../contracts/index.ts';

/**
 * Bundles what has changed and writes the Terraform configuration of an environment, as `npm run synth` does; what it says is shown.
 *
 * @throws ConfigurationError when it fails; why stands above
 */
export async function synthesize(environment: string): Promise<void> {
  for (const args of [['scripts/bundle.ts', '--if-stale'], ['main.ts']]) {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEPLOY_ENV: environment },
    });
    const [code] = await once(child, 'close');
    if (code !== 0) {
      throw new ConfigurationError(`"node ${args.join(' ')}" failed for ${environment}; why stands above.`, {
        remedy: 'Correct what it names, then repeat the command.',
      });
    }
  }
}
