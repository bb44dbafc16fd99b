import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../../..');

/** A step of a job. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job. */
export interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly environment?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** A workflow of GitHub Actions. */
export interface Workflow {
  /** `deploy`: the file's name. */
  readonly file: string;
  /** The text of the file. */
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The workflows of the repository. */
export function readWorkflows(): Workflow[] {
  return globSync('.github/workflows/*.yml', { cwd: ROOT })
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { ...parse(text), file: basename(path, '.yml'), text };
    });
}

/** A step that runs a command, with where it stands. */
export interface RunStep {
  /** `deploy/apply/Apply`. */
  readonly key: string;
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
}

/** Every step that runs a command. */
export function runSteps(workflows: readonly Workflow[]): RunStep[] {
  return workflows.flatMap((workflow) =>
    Object.entries(workflow.jobs).flatMap(([jobName, job]) =>
      job.steps
        .filter(({ run }) => run !== undefined)
        .map((step) => ({ key: `${workflow.file}/${jobName}/${step.name}`, workflow, job, step })),
    ),
  );
}
