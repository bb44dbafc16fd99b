import { Command } from 'commander';
import { generateBrief } from '../../../contracts/index.ts';
import { createAwsServices } from '../../../services/aws-services.ts';
import { checkModelAccess } from '../../../services/brief/model/check-model-access.ts';
import { createOperatorServices } from '../../../services/operator-services.ts';
import type { DeployConfig } from '../../../stacks/deploy-config.ts';
import { pipelineContext } from '../../../stacks/pipeline-context.ts';
import { modelVariables } from '../model-variables.ts';
import type { Surroundings } from '../read-environment.ts';
import { readEnvironment } from '../read-environment.ts';
import { runOperation } from '../run-operation.ts';
import type { OperatorStreams } from '../terminal.ts';
import { writeLine } from '../terminal.ts';
import { examine, exitCodeOf } from './examine.ts';
import { writeReport } from './report.ts';

interface DoctorOptions {
  readonly env: string;
  readonly json: boolean;
}

/** Runs `doctor` and gives its exit code: 0 when nothing failed, 2 for a mistake in what was given, 4 for a failed check, 5 for credentials or a permission. */
export function runDoctor(
  argv: readonly string[],
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  return runOperation(
    (done) =>
      new Command('doctor')
        .description(
          'Asks the account whether an environment can be deployed and run: credentials, model, quotas, state.',
        )
        .requiredOption('--env <name>', 'the environment, as deploy/<name>.json')
        .option('--json', 'print JSON', false)
        .action(async (options: DoctorOptions) => done(await doctor(options, streams, surroundings))),
    argv,
    streams,
  );
}

async function doctor(
  { env, json }: DoctorOptions,
  streams: OperatorStreams,
  surroundings: Surroundings,
): Promise<number> {
  const config = readEnvironment(env, surroundings);
  const { backend, region } = config;
  const state_region = backend.type === 's3' && backend.region !== undefined ? backend.region : region;
  const findings = await examine({
    context: pipelineContext(config),
    aws: createOperatorServices({ region, state_region }),
    callModel: () => callModel(config),
    root: surroundings.root,
  });
  const exit_code = exitCodeOf(findings);
  if (json) writeLine(streams.out, JSON.stringify({ environment: env, exit_code, findings }, null, 2));
  else writeReport(env, findings, streams);
  return exit_code;
}

/** One call of a few tokens, by the parts and with the settings that the deployed function uses. */
async function callModel(config: DeployConfig): Promise<void> {
  const services = createAwsServices(modelVariables(config), {
    timeouts: generateBrief.timeouts,
    client: { region: config.region },
  });
  const { transport } = await services.bedrock();
  await checkModelAccess(transport);
}
