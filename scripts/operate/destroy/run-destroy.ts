import { Command } from 'commander';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { createOperatorServices } from '../../../services/operator-services.ts';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';
import { backendConfigOption } from '../../command/backend-config-option.ts';
import { synthesize } from '../../plan/synthesize.ts';
import { runTerraform } from '../../terraform/run-terraform.ts';
import { initStack, stackFolder } from '../../terraform/stack-folder.ts';
import { TerraformError } from '../../terraform/terraform-error.ts';
import type { Surroundings } from '../read-environment.ts';
import { readEnvironment } from '../read-environment.ts';
import { runOperation } from '../run-operation.ts';
import type { OperatorStreams } from '../terminal.ts';
import { writeLine } from '../terminal.ts';
import type { TeardownSteps } from './tear-down.ts';
import { tearDown } from './tear-down.ts';

/** What stands on the command line. */
interface DestroyOptions {
  readonly env: string;
  readonly confirm?: string;
  readonly backendConfig: readonly string[];
}

/** Runs `destroy` from the root of a checkout and gives its exit code: 0 when nothing is left, 2 when it was refused, 4 when Terraform failed, 5 for credentials or a permission. */
export function runDestroy(
  argv: readonly string[],
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  return runOperation(
    (done) =>
      new Command('destroy')
        .description('Deletes everything that the stack of an environment made, with its content.')
        .requiredOption('--env <name>', 'environment: deploy/<name>.json')
        .option('--confirm <stack>', 'the name of the stack, such as interview-pipeline-prod; needed outside dev')
        .addOption(backendConfigOption())
        .action(async (options: DestroyOptions) => done(await destroy(options, streams, surroundings))),
    argv,
    streams,
  );
}

async function destroy(options: DestroyOptions, streams: OperatorStreams, surroundings: Surroundings): Promise<number> {
  const config = readEnvironment(options.env, surroundings);
  try {
    await tearDown({ config, confirm: options.confirm }, stepsOf(config, options), streams);
    return EXIT_CODES.done;
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    writeLine(streams.err, error.message);
    writeLine(
      streams.err,
      'What was deleted is gone, what was not is still known: correct what it names and repeat the command.',
    );
    return EXIT_CODES.run_failed;
  }
}

function stepsOf({ region }: DeployConfig, { env, backendConfig }: DestroyOptions): TeardownSteps {
  const folder = stackFolder(env);
  return {
    prepare: async () => {
      await synthesize(env);
      await initStack(env, backendConfig);
    },
    showState: async () => (await runTerraform({ folder, args: ['show', '-json'], output: 'captured' })).stdout,
    emptyBucket: (bucket) => createOperatorServices({ region }).emptyBucket(bucket),
    destroy: async () => {
      await runTerraform({ folder, args: ['destroy', '-auto-approve'] });
    },
  };
}
