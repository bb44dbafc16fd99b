const FUNCTION_ARN = /^arn:aws:lambda:local:000000000000:function:interview-pipeline-(\w+):live$/;

/** The state machine's ARN on one machine. */
export const LOCAL_STATE_MACHINE_ARN = 'arn:aws:states:local:000000000000:stateMachine:interview-pipeline';

/** The state machine's name. */
export const LOCAL_STATE_MACHINE_NAME = 'interview-pipeline';

/** The ARN of an execution on one machine. */
export function localExecutionArn(executionId: string): string {
  return `arn:aws:states:local:000000000000:execution:${LOCAL_STATE_MACHINE_NAME}:${executionId}`;
}

/** The ARN of a function on one machine: what the placeholders of the state machine are filled with. */
export function localFunctionArn(functionName: string): string {
  return `arn:aws:lambda:local:000000000000:function:interview-pipeline-${functionName}:live`;
}

/** The function's name in such an ARN, or undefined for any other text. */
export function functionNameOf(resource: string): string | undefined {
  return FUNCTION_ARN.exec(resource)?.[1];
}
