import type { LambdaName } from '../contracts/functions.ts';
import type { DeployConfig } from './deploy-config.ts';

/** The configuration with what follows from it: names and ARNs that can be told before anything exists. */
export interface PipelineContext {
  readonly config: DeployConfig;
  /** `interview-pipeline-dev`: the first part of every name. */
  readonly base: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  /** Name of the state machine; in executions' ARNs too. */
  readonly stateMachineName: string;
}

/** Works out names from the configuration. */
export function pipelineContext(config: DeployConfig): PipelineContext {
  const base = `${config.namePrefix}-${config.environment}`;
  return { config, base, partition: partitionOf(config.region), stateMachineName: base };
}

/** The ARN of something in the account and region that are deployed to. */
export function arnOf({ config, partition }: PipelineContext, service: string, resource: string): string {
  return `arn:${partition}:${service}:${config.region}:${config.accountId}:${resource}`;
}

/** Name of the bucket of artifacts. Bucket names are taken over all accounts of AWS: the account's number keeps ours apart. */
export function artifactsBucketName({ base, config }: PipelineContext): string {
  return `${base}-${config.accountId}-artifacts`;
}

/** Name of the log of a function. */
export function functionLogName({ base }: PipelineContext, name: LambdaName): string {
  return `/aws/lambda/${base}-${name}`;
}

/** Name of the log of requests. The prefix keeps the delivery out of the account's resource policies, of which there can be ten. */
export function accessLogName({ base }: PipelineContext): string {
  return `/aws/vendedlogs/apigateway/${base}`;
}

/** Where the pipeline's own numbers go in CloudWatch. */
export function usageNamespaceOf({ base }: PipelineContext): string {
  return `InterviewPipeline/${base}`;
}

function partitionOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}
