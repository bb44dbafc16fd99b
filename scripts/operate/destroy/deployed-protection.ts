import { z } from 'zod';

/** What `terraform show -json` says of a state, as far as it is looked at here; without a state there are no values. */
const State = z.object({
  values: z
    .object({
      root_module: z.object({
        resources: z.array(z.object({ type: z.string(), values: z.record(z.string(), z.unknown()) })).default([]),
      }),
    })
    .optional(),
});

/** A deployed stack, seen from its end. */
export interface DeployedStack {
  /** How many resources the state knows. */
  readonly resources: number;
  /** What would refuse to be deleted as it is deployed, in words; the configuration alone does not change it. */
  readonly protections: readonly string[];
}

/** Reads what is deployed, and what of it is still protected, out of the JSON of `terraform show -json`. */
export function deployedStack(json: string): DeployedStack {
  const resources = State.parse(JSON.parse(json)).values?.root_module.resources ?? [];
  const protections = resources.flatMap(({ type, values }) => {
    if (type === 'aws_dynamodb_table' && values.deletion_protection_enabled === true)
      return [`the table ${String(values.name)} refuses to be deleted`];
    if (type === 'aws_s3_bucket' && values.force_destroy !== true)
      return [`the bucket ${String(values.bucket)} is not emptied with the stack`];
    return [];
  });
  return { resources: resources.length, protections };
}
