/** What executions in Step Functions need, loaded together when first asked for. The client is made elsewhere. */
export { SFNClient } from '@aws-sdk/client-sfn';
export { createStepFunctionsExecutions } from './step-functions-executions.ts';
