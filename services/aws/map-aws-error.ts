import { isNativeError } from 'node:util/types';
import type { PipelineErrorOptions } from '../../contracts/index.ts';
import {
  ConfigurationError,
  PermissionDeniedError,
  PipelineError,
  QuotaExceededError,
  RejectedInputError,
  TransientUpstreamError,
} from '../../contracts/index.ts';
import { AWS_STATUS_RULES, COMMON_ERROR_RULES } from './error-rules/common.ts';
import type { AwsErrorName, AwsErrorRule } from './error-rules/error-rule.ts';
import type { AwsService, OperatorService } from './error-rules/service-error-rules.ts';
import { SERVICE_ERROR_RULES } from './error-rules/service-error-rules.ts';

/** What was asked of AWS: the words of an IAM policy, so that a refusal says what to allow. */
export interface AwsCall {
  /** The IAM action: `dynamodb:GetItem`. */
  readonly action: `${AwsService | OperatorService}:${string}`;
  /** What it acts on: `table interview-pipeline-dev-sessions`, `arn:aws:s3:::bucket/key`. */
  readonly resource: string;
}

const ERROR_CLASSES = {
  PermissionDeniedError,
  TransientUpstreamError,
  QuotaExceededError,
  RejectedInputError,
  ConfigurationError,
} as const satisfies Readonly<Record<AwsErrorName, unknown>>;

/**
 * Turns what an SDK call threw into a declared error that names action and resource and keeps the original as `cause`: by the rows of
 * the service, then the common rows, then the HTTP status. A declared error and one that has nothing to do with AWS (a fault of our own)
 * are given back as they are.
 */
export function mapAwsError(error: unknown, call: AwsCall): unknown {
  if (error instanceof PipelineError || !isNativeError(error)) return error;
  const rule = ruleFor(error, rowsOf(call));
  if (rule === undefined) return error;
  return new ERROR_CLASSES[rule.error](messageOf(rule.error, error, call), {
    cause: error,
    ...remedyOf(rule, call),
  });
}

/** The name and, for errors of the network, the code that rows are matched by. */
function ruleFor(error: Error, rows: readonly AwsErrorRule[]): Pick<AwsErrorRule, 'error' | 'remedy'> | undefined {
  const names = [error.name, 'code' in error ? String(error.code) : undefined];
  const named = [...rows, ...COMMON_ERROR_RULES].find(
    (row) => row.names.some((name) => names.includes(name)) && (row.message?.test(error.message) ?? true),
  );
  const status = statusOf(error);
  return named ?? AWS_STATUS_RULES.find(({ from, to }) => status !== undefined && from <= status && status <= to);
}

/** The HTTP status that the service answered with, or undefined when it did not answer. */
function statusOf(error: Error): number | undefined {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const status: unknown =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : null;
  return typeof status === 'number' ? status : undefined;
}

function messageOf(name: AwsErrorName, error: Error, { action, resource }: AwsCall): string {
  const said = `${error.name}: ${error.message || 'no further words'}`;
  return name === 'PermissionDeniedError'
    ? `AWS refused ${action} on ${resource} (${said}).`
    : `${action} on ${resource} failed (${said}).`;
}

/** A refusal's remedy can name the call; otherwise the error class has one. */
function remedyOf(
  { error, remedy }: Pick<AwsErrorRule, 'error' | 'remedy'>,
  { action, resource }: AwsCall,
): PipelineErrorOptions {
  if (remedy !== undefined) return { remedy };
  return error === 'PermissionDeniedError' ? { remedy: `Allow ${action} on ${resource} to the role that called.` } : {};
}

/** The rows of the service alone; one that only operators ask has none. */
function rowsOf({ action }: AwsCall): readonly AwsErrorRule[] {
  const rows: Readonly<Record<string, readonly AwsErrorRule[]>> = SERVICE_ERROR_RULES;
  return rows[action.slice(0, action.indexOf(':'))] ?? [];
}
