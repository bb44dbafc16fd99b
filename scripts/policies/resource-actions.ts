import type { ArnPatterns } from './arn-patterns.ts';
import {
  ALARMS,
  APIS,
  BUCKET,
  DASHBOARD,
  FUNCTIONS,
  LOG_GROUPS,
  PARAMETERS,
  QUEUES,
  ROLES,
  RULES,
  STATE_MACHINE,
  TABLE,
  TOPICS,
} from './arn-patterns.ts';

/** What Terraform's AWS provider asks for a type of resources. */
export interface ResourceActions {
  /** To look at it, in every plan. */
  readonly read: readonly string[];
  /** To make, change and remove it. */
  readonly change: readonly string[];
  readonly on: ArnPatterns;
}

const API: Pick<ResourceActions, 'read' | 'change' | 'on'> = {
  read: ['apigateway:GET'],
  change: ['apigateway:POST', 'apigateway:PUT', 'apigateway:PATCH', 'apigateway:DELETE'],
  on: APIS,
};

/** Every type of resources in the stack; a type without a row here is refused, so that no policy lacks it in silence. */
export const RESOURCE_ACTIONS: Readonly<Record<string, ResourceActions>> = {
  aws_apigatewayv2_api: API,
  aws_apigatewayv2_authorizer: API,
  aws_apigatewayv2_integration: API,
  aws_apigatewayv2_route: API,
  aws_apigatewayv2_stage: API,
  aws_cloudwatch_dashboard: {
    read: ['cloudwatch:GetDashboard'],
    change: ['cloudwatch:PutDashboard', 'cloudwatch:DeleteDashboards'],
    on: DASHBOARD,
  },
  aws_cloudwatch_event_rule: {
    read: ['events:DescribeRule', 'events:ListTagsForResource'],
    change: ['events:PutRule', 'events:DeleteRule', 'events:TagResource', 'events:UntagResource'],
    on: RULES,
  },
  aws_cloudwatch_event_target: {
    read: ['events:ListTargetsByRule'],
    change: ['events:PutTargets', 'events:RemoveTargets'],
    on: RULES,
  },
  aws_cloudwatch_log_group: {
    read: ['logs:ListTagsForResource'],
    change: [
      'logs:CreateLogGroup',
      'logs:DeleteLogGroup',
      'logs:PutRetentionPolicy',
      'logs:DeleteRetentionPolicy',
      'logs:TagResource',
      'logs:UntagResource',
    ],
    on: LOG_GROUPS,
  },
  aws_cloudwatch_log_metric_filter: {
    read: ['logs:DescribeMetricFilters'],
    change: ['logs:PutMetricFilter', 'logs:DeleteMetricFilter'],
    on: LOG_GROUPS,
  },
  aws_cloudwatch_metric_alarm: {
    read: ['cloudwatch:ListTagsForResource'],
    change: [
      'cloudwatch:PutMetricAlarm',
      'cloudwatch:DeleteAlarms',
      'cloudwatch:TagResource',
      'cloudwatch:UntagResource',
    ],
    on: ALARMS,
  },
  aws_dynamodb_table: {
    read: [
      'dynamodb:DescribeTable',
      'dynamodb:DescribeContinuousBackups',
      'dynamodb:DescribeTimeToLive',
      'dynamodb:ListTagsOfResource',
    ],
    change: [
      'dynamodb:CreateTable',
      'dynamodb:UpdateTable',
      'dynamodb:DeleteTable',
      'dynamodb:UpdateContinuousBackups',
      'dynamodb:UpdateTimeToLive',
      'dynamodb:TagResource',
      'dynamodb:UntagResource',
    ],
    on: TABLE,
  },
  aws_iam_role: {
    read: ['iam:GetRole', 'iam:ListRolePolicies', 'iam:ListAttachedRolePolicies', 'iam:ListInstanceProfilesForRole'],
    change: [
      'iam:CreateRole',
      'iam:DeleteRole',
      'iam:UpdateRole',
      'iam:UpdateAssumeRolePolicy',
      'iam:PutRolePermissionsBoundary',
      'iam:TagRole',
      'iam:UntagRole',
    ],
    on: ROLES,
  },
  aws_iam_role_policy: {
    read: ['iam:GetRolePolicy'],
    change: ['iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
    on: ROLES,
  },
  aws_lambda_alias: {
    read: ['lambda:GetAlias'],
    change: ['lambda:CreateAlias', 'lambda:UpdateAlias', 'lambda:DeleteAlias'],
    on: FUNCTIONS,
  },
  aws_lambda_function: {
    read: [
      'lambda:GetFunction',
      'lambda:GetFunctionConfiguration',
      'lambda:GetFunctionCodeSigningConfig',
      'lambda:ListVersionsByFunction',
      'lambda:ListTags',
    ],
    change: [
      'lambda:CreateFunction',
      'lambda:UpdateFunctionCode',
      'lambda:UpdateFunctionConfiguration',
      'lambda:PublishVersion',
      'lambda:DeleteFunction',
      'lambda:TagResource',
      'lambda:UntagResource',
    ],
    on: FUNCTIONS,
  },
  aws_lambda_function_event_invoke_config: {
    read: ['lambda:GetFunctionEventInvokeConfig'],
    change: ['lambda:PutFunctionEventInvokeConfig', 'lambda:DeleteFunctionEventInvokeConfig'],
    on: FUNCTIONS,
  },
  aws_lambda_permission: {
    read: ['lambda:GetPolicy'],
    change: ['lambda:AddPermission', 'lambda:RemovePermission'],
    on: FUNCTIONS,
  },
  aws_s3_bucket: {
    read: [
      's3:GetAccelerateConfiguration',
      's3:GetBucketAcl',
      's3:GetBucketCORS',
      's3:GetBucketLocation',
      's3:GetBucketLogging',
      's3:GetBucketObjectLockConfiguration',
      's3:GetBucketPolicy',
      's3:GetBucketRequestPayment',
      's3:GetBucketTagging',
      's3:GetBucketVersioning',
      's3:GetBucketWebsite',
      's3:GetEncryptionConfiguration',
      's3:GetLifecycleConfiguration',
      's3:GetReplicationConfiguration',
      's3:ListBucket',
      's3:ListTagsForResource',
    ],
    change: ['s3:CreateBucket', 's3:DeleteBucket', 's3:PutBucketTagging', 's3:TagResource', 's3:UntagResource'],
    on: BUCKET,
  },
  aws_s3_bucket_cors_configuration: { read: ['s3:GetBucketCORS'], change: ['s3:PutBucketCORS'], on: BUCKET },
  aws_s3_bucket_lifecycle_configuration: {
    read: ['s3:GetLifecycleConfiguration'],
    change: ['s3:PutLifecycleConfiguration'],
    on: BUCKET,
  },
  aws_s3_bucket_ownership_controls: {
    read: ['s3:GetBucketOwnershipControls'],
    change: ['s3:PutBucketOwnershipControls'],
    on: BUCKET,
  },
  aws_s3_bucket_policy: {
    read: ['s3:GetBucketPolicy'],
    change: ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'],
    on: BUCKET,
  },
  aws_s3_bucket_public_access_block: {
    read: ['s3:GetBucketPublicAccessBlock'],
    change: ['s3:PutBucketPublicAccessBlock'],
    on: BUCKET,
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    read: ['s3:GetEncryptionConfiguration'],
    change: ['s3:PutEncryptionConfiguration'],
    on: BUCKET,
  },
  aws_s3_bucket_versioning: { read: ['s3:GetBucketVersioning'], change: ['s3:PutBucketVersioning'], on: BUCKET },
  aws_sfn_state_machine: {
    read: ['states:DescribeStateMachine', 'states:ListStateMachineVersions', 'states:ListTagsForResource'],
    change: [
      'states:CreateStateMachine',
      'states:UpdateStateMachine',
      'states:DeleteStateMachine',
      'states:TagResource',
      'states:UntagResource',
    ],
    on: STATE_MACHINE,
  },
  aws_sns_topic: {
    read: ['sns:GetTopicAttributes', 'sns:ListTagsForResource'],
    change: ['sns:CreateTopic', 'sns:DeleteTopic', 'sns:SetTopicAttributes', 'sns:TagResource', 'sns:UntagResource'],
    on: TOPICS,
  },
  aws_sns_topic_policy: { read: ['sns:GetTopicAttributes'], change: ['sns:SetTopicAttributes'], on: TOPICS },
  aws_sns_topic_subscription: {
    read: ['sns:GetSubscriptionAttributes'],
    change: ['sns:Subscribe', 'sns:Unsubscribe', 'sns:SetSubscriptionAttributes'],
    on: TOPICS,
  },
  aws_sqs_queue: {
    read: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ListQueueTags'],
    change: ['sqs:CreateQueue', 'sqs:DeleteQueue', 'sqs:SetQueueAttributes', 'sqs:TagQueue', 'sqs:UntagQueue'],
    on: QUEUES,
  },
  aws_sqs_queue_policy: { read: ['sqs:GetQueueAttributes'], change: ['sqs:SetQueueAttributes'], on: QUEUES },
  aws_ssm_parameter: {
    read: ['ssm:GetParameter', 'ssm:ListTagsForResource'],
    change: ['ssm:PutParameter', 'ssm:DeleteParameter', 'ssm:AddTagsToResource', 'ssm:RemoveTagsFromResource'],
    on: PARAMETERS,
  },
};
