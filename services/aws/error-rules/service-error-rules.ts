import { BEDROCK_ERROR_RULES } from './bedrock.ts';
import { COMPREHEND_ERROR_RULES } from './comprehend.ts';
import { DYNAMODB_ERROR_RULES } from './dynamodb.ts';
import type { AwsErrorRule } from './error-rule.ts';
import { S3_ERROR_RULES } from './s3.ts';
import { SSM_ERROR_RULES } from './ssm.ts';
import { STATES_ERROR_RULES } from './states.ts';
import { TEXTRACT_ERROR_RULES } from './textract.ts';

/**
 * The rows of each service, which are looked through before those that all services share. A further service is one file of rows
 * and one line here; its name is the prefix of its IAM actions.
 */
export const SERVICE_ERROR_RULES = {
  bedrock: BEDROCK_ERROR_RULES,
  comprehend: COMPREHEND_ERROR_RULES,
  dynamodb: DYNAMODB_ERROR_RULES,
  s3: S3_ERROR_RULES,
  ssm: SSM_ERROR_RULES,
  states: STATES_ERROR_RULES,
  textract: TEXTRACT_ERROR_RULES,
} as const satisfies Readonly<Record<string, readonly AwsErrorRule[]>>;

/** A service of AWS that adapters call, by the prefix of its IAM actions. */
export type AwsService = keyof typeof SERVICE_ERROR_RULES;

/** A service that operators' commands alone call: the rows that all services share say enough of it. */
export type OperatorService = 'cloudwatch' | 'lambda' | 'pricing' | 'servicequotas' | 'sts';
