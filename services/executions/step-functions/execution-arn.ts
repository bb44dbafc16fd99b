import { ConfigurationError } from '../../../contracts/index.ts';

/** `arn:{partition}:states:{region}:{account}:stateMachine:{name}`, without version or alias: executions belong to the machine itself. */
const STATE_MACHINE_ARN = /^(arn:[^:]+:states:[^:]+:\d{12}):stateMachine:([^:]+)$/;

/**
 * The ARN of an execution by its state machine's.
 *
 * @throws ConfigurationError when the state machine's is none, or names a version or alias
 */
export function executionArn(state_machine_arn: string, execution_id: string): string {
  const [, account, name] = STATE_MACHINE_ARN.exec(state_machine_arn) ?? [];
  if (account === undefined)
    throw new ConfigurationError(
      `STATE_MACHINE_ARN is "${state_machine_arn}", which is not the ARN of a state machine without version or alias.`,
      { remedy: 'Set STATE_MACHINE_ARN to the output of the stack, arn:aws:states:REGION:ACCOUNT:stateMachine:NAME.' },
    );
  return `${account}:execution:${name}:${execution_id}`;
}
