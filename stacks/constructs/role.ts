import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import type { Construct } from 'constructs';
import type { PipelineContext } from '../pipeline-context.ts';

/** Makes a role under the configured path and permissions boundary. */
export function makeRole(
  scope: Construct,
  { config }: PipelineContext,
  { name, trust }: { readonly name: string; readonly trust: string },
): IamRole {
  const { path, permissionsBoundaryArn } = config.iam;
  return new IamRole(scope, 'role', {
    name,
    path,
    assumeRolePolicy: trust,
    ...(permissionsBoundaryArn === null ? {} : { permissionsBoundary: permissionsBoundaryArn }),
  });
}
