import type { LambdaName } from './functions.ts';
import type { TaskState } from './session.ts';

/** What an action is allowed on; the stack turns it into ARNs. */
export type PermissionTarget =
  | 'sessions-table'
  | 'owner-index'
  | 'artifacts-bucket'
  | 'uploads'
  | 'work'
  | 'briefs'
  | 'state-machine'
  | 'executions'
  | 'session-id-secret'
  | 'model'
  | 'guardrail';

/** Actions that IAM cannot narrow to a resource, with the reason. */
export interface UnnarrowedPermission {
  readonly actions: readonly string[];
  readonly on: '*';
  readonly reason: string;
}

/** Actions on a resource of this stack. */
export interface NarrowPermission {
  readonly actions: readonly string[];
  readonly on: PermissionTarget;
  /** The attributes of an item that may be touched; all when it is not given. */
  readonly attributes?: readonly string[];
}

/** What a function may do. */
export type Permission = NarrowPermission | UnnarrowedPermission;

const READ_ROW: Permission = { actions: ['dynamodb:GetItem'], on: 'sessions-table' };
const CHANGE_ROW: NarrowPermission = { actions: ['dynamodb:UpdateItem'], on: 'sessions-table' };
/** For a function that changes no rows: the attributes of the one item that is the budget. */
const CHANGE_BUDGET: Permission = { ...CHANGE_ROW, attributes: ['session_id', 'ledger', 'version'] };
const ADD_ROW: Permission = { actions: ['dynamodb:PutItem'], on: 'sessions-table' };
const REMOVE_ROW: Permission = { actions: ['dynamodb:DeleteItem'], on: 'sessions-table' };
const LIST_ROWS: Permission = { actions: ['dynamodb:Query'], on: 'owner-index' };
const LOOK_AT_EXECUTION: Permission = { actions: ['states:DescribeExecution'], on: 'executions' };
const STOP_EXECUTION: Permission = { actions: ['states:StopExecution'], on: 'executions' };
const START_EXECUTION: Permission = { actions: ['states:StartExecution'], on: 'state-machine' };
const USE_WORK: Permission = { actions: ['s3:GetObject', 's3:PutObject'], on: 'work' };

/** Without it S3 answers 403 instead of 404 for an object that is not there, and a denied permission could not be told from a first run. */
const SEE_ABSENCE: Permission = { actions: ['s3:ListBucket'], on: 'artifacts-bucket' };

/** Permissions of a step that reads or writes content: it may read the row and write its own progress and what it used there, nothing else. */
function stepPermissions(state: TaskState): Permission[] {
  const attributes = ['session_id', 'expires_at', `progress_${state}`, `used_${state}`];
  return [READ_ROW, { ...CHANGE_ROW, attributes }, USE_WORK, SEE_ABSENCE];
}

/** What every function may do beside writing its own log: what its code asks of AWS, nothing more. */
export const PERMISSIONS: { readonly [Name in LambdaName]: readonly Permission[] } = {
  CreateSession: [READ_ROW, ADD_ROW, CHANGE_ROW],
  ScrapeCompany: stepPermissions('ScrapeCompany'),
  ParseDocuments: [
    ...stepPermissions('ParseDocuments'),
    { actions: ['s3:GetObject', 's3:GetObjectVersion'], on: 'uploads' },
    {
      actions: ['textract:DetectDocumentText'],
      on: '*',
      reason:
        'Textract has no resources for the text of a page; it is given the page itself and reads nothing by itself.',
    },
  ],
  AnalyzeWithComprehend: [
    ...stepPermissions('AnalyzeWithComprehend'),
    {
      actions: [
        'comprehend:BatchDetectDominantLanguage',
        'comprehend:BatchDetectEntities',
        'comprehend:BatchDetectKeyPhrases',
        'comprehend:BatchDetectSentiment',
      ],
      on: '*',
      reason: 'Comprehend has no resources for its built-in models; the region is held by a condition.',
    },
  ],
  GenerateBrief: [
    ...stepPermissions('GenerateBrief'),
    { actions: ['s3:GetObject', 's3:PutObject'], on: 'briefs' },
    { actions: ['bedrock:InvokeModel'], on: 'model' },
    { actions: ['bedrock:ApplyGuardrail'], on: 'guardrail' },
  ],
  UpdateSession: [READ_ROW, CHANGE_ROW],
  CreateDocument: [{ actions: ['s3:PutObject'], on: 'uploads' }],
  StartPipeline: [
    READ_ROW,
    ADD_ROW,
    CHANGE_BUDGET,
    REMOVE_ROW,
    USE_WORK,
    { actions: ['s3:GetObject', 's3:PutObject'], on: 'uploads' },
    SEE_ABSENCE,
    START_EXECUTION,
    LOOK_AT_EXECUTION,
    { actions: ['ssm:GetParameter'], on: 'session-id-secret' },
  ],
  ListPipelines: [LIST_ROWS],
  GetPipeline: [READ_ROW, CHANGE_ROW, LOOK_AT_EXECUTION],
  GetBrief: [READ_ROW, CHANGE_ROW, LOOK_AT_EXECUTION, { actions: ['s3:GetObject'], on: 'briefs' }, SEE_ABSENCE],
  StopPipeline: [READ_ROW, CHANGE_ROW, LOOK_AT_EXECUTION, STOP_EXECUTION],
  RetryPipeline: [
    READ_ROW,
    CHANGE_ROW,
    LOOK_AT_EXECUTION,
    START_EXECUTION,
    { actions: ['s3:GetObject'], on: 'work' },
    SEE_ABSENCE,
  ],
  DeletePipeline: [
    READ_ROW,
    CHANGE_ROW,
    REMOVE_ROW,
    LIST_ROWS,
    LOOK_AT_EXECUTION,
    STOP_EXECUTION,
    { actions: ['s3:GetObject', 's3:DeleteObjectVersion'], on: 'work' },
    { actions: ['s3:DeleteObjectVersion'], on: 'uploads' },
    { actions: ['s3:DeleteObjectVersion'], on: 'briefs' },
    SEE_ABSENCE,
    { actions: ['s3:ListBucketVersions'], on: 'artifacts-bucket' },
  ],
  GetHealth: [],
  RepairSession: [READ_ROW, CHANGE_ROW],
};

/** What every function needs to be traced. */
export const TRACING_PERMISSION: UnnarrowedPermission = {
  actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  on: '*',
  reason: 'X-Ray has no resources for traces that are sent to it.',
};

/** The function whose unhandled events are kept, and what Lambda does for it with its role; no code of ours asks for it. */
export const DEAD_LETTER_PERMISSION = {
  function: 'RepairSession',
  actions: ['sqs:SendMessage'],
  on: 'the queue of lost repairs: Lambda puts an event there that the function could not handle',
} as const satisfies { readonly function: LambdaName; readonly actions: readonly string[]; readonly on: string };

/** What sets up that an AWS service delivers its logs to CloudWatch Logs. */
export const LOG_DELIVERY_ACTIONS = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
] as const;

/** What the state machine needs to log and be traced, beside invoking its functions. */
export const STATE_MACHINE_PERMISSIONS: readonly UnnarrowedPermission[] = [
  {
    actions: [...LOG_DELIVERY_ACTIONS, 'logs:DescribeLogGroups'],
    on: '*',
    reason: 'Log delivery is set up for the account; CloudWatch Logs offers no resources for it.',
  },
  {
    actions: [...TRACING_PERMISSION.actions, 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
    on: '*',
    reason: 'X-Ray has no resources for traces and sampling rules.',
  },
];
