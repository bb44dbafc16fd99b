import { join } from 'node:path';

/** The files of a plan. */
export interface PlanFiles {
  readonly folder: string;
  /** What `terraform apply` takes. It holds what the state holds. */
  readonly plan: string;
  /** What `terraform show -json` says of it, without sensitive values. */
  readonly json: string;
  /** The summary for a pull request. */
  readonly summary: string;
}

/** Where the plans of an environment lie when no folder is named; git ignores it. */
export function planFolder(environment: string): string {
  return join('build', 'plans', environment);
}

/** The names of a plan's files in a folder. */
export function planFiles(folder: string): PlanFiles {
  return {
    folder,
    plan: join(folder, 'planned.tfplan'),
    json: join(folder, 'plan.json'),
    summary: join(folder, 'summary.md'),
  };
}
