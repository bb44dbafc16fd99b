import type { LambdaName } from '../../../contracts/functions.ts';
import type { PipelineContext } from '../../../stacks/pipeline-context.ts';
import { arnOf, pipelineContext } from '../../../stacks/pipeline-context.ts';
import { functionStatements } from '../../../stacks/policies/function-statements.ts';
import type { PolicyStatement } from '../../../stacks/policies/policy-document.ts';
import { RECORDED_ACCOUNT } from '../../support/aws-protocol/recording/asked-action.ts';
import { PROFILE_REGIONS } from '../../support/aws-protocol/recording/bedrock-actions.ts';
import { exampleConfig } from '../../support/stacks/example-config.ts';

/** Where the functions are deployed. */
export const REGION = 'eu-west-1';

/** The model that writes: through a profile of one geography, with a guardrail. */
export const MODEL = {
  id: 'example.writer-2-v1:0',
  inferenceProfileId: 'eu.example.writer-2-v1:0',
  destinationRegions: [...(PROFILE_REGIONS.eu ?? [])],
  guardrail: { id: 'gr1a2b3c4d5e', version: '1' },
};

const CONTEXT: PipelineContext = pipelineContext({
  ...exampleConfig('dev'),
  region: REGION,
  accountId: RECORDED_ACCOUNT,
  model: MODEL,
});

/** The table of sessions. */
export const TABLE = `${CONTEXT.base}-sessions`;

/** The parameter that keeps the key of session ids. */
export const SECRET_PARAMETER = `/${CONTEXT.base}/session-id-secret`;

/** The state machine. */
export const STATE_MACHINE_ARN = arnOf(CONTEXT, 'states', `stateMachine:${CONTEXT.stateMachineName}`);

/** The statements of a function's role, as the stack makes them of the table, bucket and parameter of this deployment. */
export function statementsOf(name: LambdaName, bucket: string): readonly PolicyStatement[] {
  return functionStatements(CONTEXT, name, {
    table: arnOf(CONTEXT, 'dynamodb', `table/${TABLE}`),
    bucket: `arn:aws:s3:::${bucket}`,
    sessionIdSecret: arnOf(CONTEXT, 'ssm', `parameter${SECRET_PARAMETER}`),
  });
}
