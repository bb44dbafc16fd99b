import { SFNClient } from '@aws-sdk/client-sfn';
import { LOCAL_STATE_MACHINE_ARN } from '../../../../local/engine/arns.ts';
import { createStepFunctionsExecutions } from '../../../../services/executions/step-functions/step-functions-executions.ts';
import type { ExecutionsUnderTest } from '../../../conformance/executions.ts';
import { openOneTaskEngine } from '../../../local/engine/one-task-engine.ts';
import type { AwsJsonServer } from '../../../support/aws-protocol/aws-json-server.ts';
import { clientSettings } from '../../../support/aws-protocol/client-settings.ts';
import type { StepFunctionsServerOptions } from '../../../support/aws-protocol/step-functions/step-functions-server.ts';
import { serveStepFunctions } from '../../../support/aws-protocol/step-functions/step-functions-server.ts';

/** Executions through the real client and a service on loopback that runs the local engine. */
export interface StepFunctionsOnLoopback extends ExecutionsUnderTest, AsyncDisposable {
  readonly server: AwsJsonServer;
}

/** Starts the service and makes the adapter. */
export async function stepFunctionsOnLoopback(
  behavior: Partial<StepFunctionsServerOptions> = {},
  call_ms = 60_000,
): Promise<StepFunctionsOnLoopback> {
  const engine = await openOneTaskEngine();
  const state_machine_arn = LOCAL_STATE_MACHINE_ARN;
  const server = await serveStepFunctions({ executions: engine.executions, state_machine_arn, ...behavior });
  const client = new SFNClient(clientSettings(server.endpoint));
  const close = async (): Promise<void> => {
    client.destroy();
    await server.close();
    await engine.close();
  };
  return {
    ...engine,
    executions: createStepFunctionsExecutions({ client, state_machine_arn, timeouts: { call_ms } }),
    tells_payloads: false,
    server,
    close,
    [Symbol.asyncDispose]: close,
  };
}
