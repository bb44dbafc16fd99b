import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { crossFaults } from './config/cross-faults.ts';
import { ENVIRONMENT_VARIABLE, unknownVariables, withVariables } from './config/overlay.ts';
import { DeployConfigSchema } from './config/schema.ts';
import { SETTINGS } from './config/settings.ts';

/** The configuration of one environment, with every default filled in. */
export type DeployConfig = Omit<z.output<typeof DeployConfigSchema>, 'allowedAccountIds' | 'protectData'> & {
  /** `dev`, `prod`, …: the file's name. */
  readonly environment: string;
  readonly allowedAccountIds: readonly string[];
  readonly protectData: boolean;
};

/** Where the configuration comes from. */
export interface ConfigSources {
  /** The root of the repository. */
  readonly root: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The configuration of an environment cannot be used; the message names every fault. */
export class DeployConfigError extends Error {
  override readonly name = 'DeployConfigError';
}

/** The environment in which everything may be thrown away. */
const DEVELOPMENT = 'dev';

/** Names stay within what S3 and IAM take, together with prefix and account. */
const ENVIRONMENT_NAME = /^[a-z][a-z0-9]{1,11}$/;

/**
 * Reads `deploy/<environment>.json`, puts the variables `DEPLOY_…` in their places and fills in the defaults.
 *
 * @throws DeployConfigError that names every fault at once, each with its key and what is allowed
 */
export function readDeployConfig({ root, variables }: ConfigSources): DeployConfig {
  const environment = environmentOf(root, variables);
  const merged = withVariables(readFile(root, environment), variables);
  const parsed = DeployConfigSchema.safeParse(merged, { reportInput: true });
  const faults = [
    ...unknownVariables(variables).map((name) => `${name}: is no setting; see the table in docs/deploy.md`),
    ...(parsed.success ? [] : parsed.error.issues.flatMap(describeIssue)),
    ...accountFaults(environment, merged),
    ...crossFaults(merged),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new DeployConfigError(
      `deploy/${environment}.json and the variables DEPLOY_… cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
  }
  const { allowedAccountIds, protectData, ...config } = parsed.data;
  return {
    ...config,
    environment,
    allowedAccountIds: allowedAccountIds ?? [config.accountId],
    protectData: protectData ?? environment !== DEVELOPMENT,
  };
}

function environmentOf(root: string, variables: ConfigSources['variables']): string {
  const name = variables[ENVIRONMENT_VARIABLE] ?? '';
  const known = globSync('deploy/*.json', { cwd: root })
    .map((path) => basename(path, '.json'))
    .filter((each) => ENVIRONMENT_NAME.test(each))
    .sort();
  if (ENVIRONMENT_NAME.test(name) && existsSync(join(root, 'deploy', `${name}.json`))) return name;
  const fault =
    name === ''
      ? `${ENVIRONMENT_VARIABLE} is not set`
      : `There is no environment ${JSON.stringify(name)} (${ENVIRONMENT_VARIABLE}, or --env)`;
  throw new DeployConfigError(
    `${fault}; allowed: ${known.join(', ')}. Another environment is a file deploy/<name>.json, its name 2 to 12 lower-case letters and digits: copy deploy/prod.example.json.`,
  );
}

function readFile(root: string, environment: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(root, 'deploy', `${environment}.json`), 'utf8'));
  } catch (cause) {
    throw new DeployConfigError(
      `deploy/${environment}.json cannot be read as JSON: ${String(cause)}. Correct the file.`,
      { cause },
    );
  }
}

/** An issue in words: the key, what is the matter, what is allowed. */
function describeIssue(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (name) => `${[...issue.path, name].join('.')}: is no setting; see the table in docs/deploy.md`,
    );
  }
  const path = issue.path.join('.');
  const setting = SETTINGS.find(({ key }) => path === key || path.startsWith(`${key}.`));
  if (setting) return [`${path}: ${faultOf(issue)}; allowed: ${setting.allowed}`];
  const within = SETTINGS.filter(({ key }) => key.startsWith(`${path}.`));
  return [
    `${path}: ${faultOf(issue)}; allowed: an object with ${within.map(({ key }) => key.slice(path.length + 1)).join(', ')}`,
  ];
}

/** What is wrong in words: a value itself tells people more than the pattern that it does not match. */
function faultOf({ code, input, message }: z.core.$ZodIssue): string {
  if (input === undefined) return 'is missing';
  const isValue = code !== 'invalid_key' && (typeof input !== 'object' || input === null);
  return isValue ? `is ${JSON.stringify(input)}` : message;
}

/** What one setting says about another; looked at whether or not every setting is in order by itself. */
function accountFaults(environment: string, { accountId, allowedAccountIds }: Record<string, unknown>): string[] {
  const list = Array.isArray(allowedAccountIds) ? allowedAccountIds : undefined;
  if (environment !== DEVELOPMENT && list === undefined) {
    return ['allowedAccountIds: must be given outside dev; allowed: a list of account ids that holds accountId'];
  }
  return list && !list.includes(accountId)
    ? [`allowedAccountIds: does not hold accountId; allowed: a list with ${JSON.stringify(accountId)} in it`]
    : [];
}
