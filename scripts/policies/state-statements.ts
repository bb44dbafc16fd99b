import type { DeployConfig } from '../../stacks/deploy-config.ts';
import { pipelineContext } from '../../stacks/pipeline-context.ts';
import type { PolicyStatement } from '../../stacks/policies/policy-document.ts';
import { lockKey, stateKey } from '../../stacks/state-key.ts';

/** The two roles of a pipeline that deploys. */
export type DeployRole = 'plan' | 'apply';

/** Stands for the bucket where the configuration leaves it to `terraform init`. */
const UNNAMED_BUCKET = 'STATE_BUCKET';

/**
 * What a role needs of the bucket that keeps the state. A plan holds the lock too, but writes no state: whoever may plan a pull request could put another state in its place otherwise. Nothing
 * with a state on one machine. The key is named by its ARN only: an alias is no resource of a policy.
 */
export function stateStatements(config: DeployConfig, role: DeployRole): PolicyStatement[] {
  const { backend } = config;
  if (backend.type === 'local') return [];
  const { partition } = pipelineContext(config);
  const bucket = `arn:${partition}:s3:::${backend.bucket ?? UNNAMED_BUCKET}`;
  const key = stateKey(backend.keyPrefix, config);
  const { kmsKeyId } = backend;
  return [
    {
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: bucket,
      // Terraform looks for workspaces too, which lie under env:/.
      Condition: { StringLike: { 's3:prefix': [key, `${key}*`, 'env:/*'] } },
    },
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', ...(role === 'apply' ? ['s3:PutObject'] : [])],
      Resource: `${bucket}/${key}`,
    },
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      Resource: `${bucket}/${lockKey(key)}`,
    },
    ...(kmsKeyId?.startsWith('arn:') && kmsKeyId.includes(':key/')
      ? [
          {
            Effect: 'Allow' as const,
            Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: kmsKeyId,
          },
        ]
      : []),
  ];
}
