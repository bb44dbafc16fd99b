import type { SSMClient } from '@aws-sdk/client-ssm';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { ConfigurationError } from '../../../contracts/index.ts';
import { callAws } from '../../aws/call-aws.ts';
import type { CallTimeouts } from '../../aws/call-timeouts.ts';

/** Where a secret lies. */
export interface SecretOptions {
  readonly client: SSMClient;
  /** The parameter's name: `/interview-pipeline-dev/session-id-secret`. */
  readonly parameter: string;
  readonly timeouts: Pick<CallTimeouts, 'call_ms'>;
}

/**
 * Reads an encrypted parameter of Systems Manager.
 *
 * @throws ConfigurationError when there is no such parameter or it is empty, else as `callAws`
 */
export async function readSecret({ client, parameter, timeouts }: SecretOptions): Promise<string> {
  const call = { action: 'ssm:GetParameter', resource: `parameter ${parameter}` } as const;
  const { Parameter } = await callAws(call, timeouts.call_ms, (options) =>
    client.send(new GetParameterCommand({ Name: parameter, WithDecryption: true }), options),
  );
  if (Parameter?.Value) return Parameter.Value;
  throw new ConfigurationError(`The parameter ${parameter} is empty.`, {
    remedy: 'Deploy the stack again with -replace of the parameter, or give it a value.',
  });
}
