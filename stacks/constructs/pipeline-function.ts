import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import type { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { LambdaAlias } from '@cdktf/provider-aws/lib/lambda-alias/index.js';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function/index.js';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import type { LambdaName } from '../../contracts/functions.ts';
import { LAMBDAS } from '../../contracts/functions.ts';
import type { Bundle } from '../bundles.ts';
import { LIVE_ALIAS } from '../live-alias.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import { functionLogName } from '../pipeline-context.ts';
import type { PolicyStatement } from '../policies/policy-document.ts';
import { policyDocument, trustPolicy } from '../policies/policy-document.ts';
import { makeRole } from './role.ts';

/** Hex digits of the zip's hash that name its folder: as many as cdktf's own hashes have. */
const ASSET_HASH_DIGITS = 32;

/** What a function is made of. */
export interface PipelineFunctionProps {
  readonly name: LambdaName;
  readonly bundle: Bundle;
  /** The variables that its contract names. */
  readonly environment: Readonly<Record<string, string>>;
  /** What its role may do beside writing its log. */
  readonly statements: readonly PolicyStatement[];
}

/** A Lambda function with a role and a log of its own, published versions, and the alias that callers name. */
export class PipelineFunction extends Construct {
  readonly function: LambdaFunction;
  readonly alias: LambdaAlias;
  readonly logGroup: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, context: PipelineContext, props: PipelineFunctionProps) {
    super(scope, id);
    const functionName = `${context.base}-${props.name}`;
    this.logGroup = new CloudwatchLogGroup(this, 'log', {
      name: functionLogName(context, props.name),
      retentionInDays: context.config.retention.logDays,
    });
    const role = makeRole(this, context, { name: functionName, trust: trustPolicy('lambda.amazonaws.com') });
    const policy = this.#allow(role, props.statements);
    this.function = this.#makeFunction(functionName, role, policy, props);
    this.alias = new LambdaAlias(this, 'alias', {
      name: LIVE_ALIAS,
      description: 'The version that is called.',
      functionName: this.function.functionName,
      functionVersion: context.config.pinnedVersions[props.name] ?? this.function.version,
    });
  }

  #allow(role: IamRole, statements: readonly PolicyStatement[]): IamRolePolicy {
    const ownLog: PolicyStatement = {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `${this.logGroup.arn}:*`,
    };
    return new IamRolePolicy(this, 'policy', {
      name: 'function',
      role: role.id,
      policy: policyDocument([...statements, ownLog]),
    });
  }

  #makeFunction(
    functionName: string,
    role: IamRole,
    policy: IamRolePolicy,
    { name, bundle, environment }: PipelineFunctionProps,
  ): LambdaFunction {
    const { summary, memory_mb, timeout_seconds } = LAMBDAS[name];
    const asset = new TerraformAsset(this, 'code', {
      path: bundle.path,
      type: AssetType.FILE,
      assetHash: bundle.sha256.slice(0, ASSET_HASH_DIGITS),
    });
    return new LambdaFunction(this, 'function', {
      functionName,
      description: firstSentences(summary),
      role: role.arn,
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      filename: asset.path,
      sourceCodeHash: Buffer.from(bundle.sha256, 'hex').toString('base64'),
      memorySize: memory_mb,
      timeout: timeout_seconds,
      publish: true,
      environment: { variables: { ...environment } },
      tracingConfig: { mode: 'Active' },
      loggingConfig: {
        logFormat: 'JSON',
        applicationLogLevel: 'INFO',
        systemLogLevel: 'WARN',
        logGroup: this.logGroup.name,
      },
      // Without its policy a first invocation could be refused.
      dependsOn: [policy],
    });
  }
}

/** Lambda takes 256 characters of description. */
function firstSentences(summary: string): string {
  const limit = 256;
  return summary.length <= limit ? summary : `${summary.slice(0, limit - 1)}…`;
}
