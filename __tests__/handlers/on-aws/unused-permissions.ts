const AFTER_AN_EXECUTION_OF_THIS_NAME_RAN = 'looks at the execution when its name was used already';
const OF_A_ROW_GONE_QUIET = 'repairs a row that has shown no sign of life for a minute';

/** Permissions that the recorded runs do not use, and what functions have them for: what goes wrong, comes late, or is written by a model. */
export const UNUSED_PERMISSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GenerateBrief: {
    'bedrock:ApplyGuardrail on guardrail': 'the local writer writes in these runs',
    'bedrock:InvokeModel on model': 'the local writer writes in these runs',
    's3:GetObject on briefs': 'compares with what is there when a brief was written by an earlier invocation',
  },
  StartPipeline: {
    'dynamodb:DeleteItem on sessions-table': 'takes back the row of a run that could not be started',
    'dynamodb:UpdateItem on sessions-table': 'none: its rows are created and deleted, others change them',
    's3:GetObjectVersion on uploads': 'none: what is verified is the present version, which it pins',
    'states:DescribeExecution on executions': AFTER_AN_EXECUTION_OF_THIS_NAME_RAN,
  },
  GetPipeline: {
    'dynamodb:UpdateItem on sessions-table': OF_A_ROW_GONE_QUIET,
    'states:DescribeExecution on executions': OF_A_ROW_GONE_QUIET,
  },
  GetBrief: {
    'dynamodb:UpdateItem on sessions-table': OF_A_ROW_GONE_QUIET,
    'states:DescribeExecution on executions': OF_A_ROW_GONE_QUIET,
  },
  RetryPipeline: { 'states:DescribeExecution on executions': AFTER_AN_EXECUTION_OF_THIS_NAME_RAN },
  DeletePipeline: {
    'dynamodb:UpdateItem on sessions-table': 'ends the row of a run that still runs',
    'states:DescribeExecution on executions': 'ends a run that still runs',
    'states:StopExecution on executions': 'ends a run that still runs',
  },
};
