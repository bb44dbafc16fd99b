import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RejectedInputError } from '../../contracts/index.ts';
import { sha256Hex } from '../bundle/zip.ts';
import { at, listOf } from './json-values.ts';
import type { Plan } from './plan-json.ts';
import { plannedZips } from './zips.ts';

/** A SHA-256 as `sha256sum` writes it. */
const SHA256_HEX = /^[0-9a-f]{64}$/;

/**
 * Reads a plan file that was reviewed.
 *
 * @throws RejectedInputError when there is none, when the hash is not one, or when it is that of another file
 */
export function readReviewedPlan(path: string, sha256: string): Buffer {
  if (!SHA256_HEX.test(sha256)) {
    throw new RejectedInputError(`--sha256 ${JSON.stringify(sha256)} is not a SHA-256.`, {
      remedy: 'Give the 64 hex digits that stand in the summary of the plan.',
    });
  }
  if (!existsSync(path)) {
    throw new RejectedInputError(`There is no plan ${path}.`, { remedy: 'Name the file that "npm run plan" wrote.' });
  }
  const bytes = readFileSync(path);
  const found = sha256Hex(bytes);
  if (found === sha256) return bytes;
  throw new RejectedInputError(
    `Nothing was applied: ${path} is not the plan that was reviewed. Its SHA-256 is ${found}, the reviewed one is ${sha256}.`,
    { remedy: 'Give the file that was reviewed, or plan again and have that plan reviewed.' },
  );
}

/**
 * Holds every zip that a plan names to the hash that the plan says.
 *
 * @param folder of the stack, to which the plan's names are relative
 * @throws RejectedInputError that names each zip that is missing or another one
 */
export function verifyZips(plan: Plan, folder: string): void {
  const faults = plannedZips(plan).flatMap(({ file, sha256 }) => {
    const path = join(folder, file);
    if (!existsSync(path)) return [`${file} is missing`];
    const found = sha256Hex(readFileSync(path));
    return found === sha256 ? [] : [`${file} is another one: its SHA-256 is ${found}, the plan says ${sha256}`];
  });
  if (faults.length === 0) return;
  throw new RejectedInputError(
    `Nothing was applied: not every zip is the one that was reviewed.\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    {
      remedy: `Put the folder ${folder} back as it was when the plan was made, or plan again and have that plan reviewed.`,
    },
  );
}

/**
 * Holds a plan to the environment that is meant, by the stack's output of that name.
 *
 * @throws RejectedInputError when it is a plan of another one
 */
export function verifyEnvironment(plan: Plan, environment: string): void {
  const planned = plan.configuration.root_module.outputs.environment?.expression?.constant_value;
  if (planned === environment) return;
  throw new RejectedInputError(
    `Nothing was applied: this is a plan of ${JSON.stringify(planned ?? 'no environment')}, not of ${environment}.`,
    { remedy: 'Give --env as the summary of the plan names it.' },
  );
}

/** The accounts that a plan may be applied in. */
export function allowedAccounts(plan: Plan): string[] {
  const accounts = at(at(plan.configuration.provider_config.aws?.expressions, 'allowed_account_ids'), 'constant_value');
  return listOf(accounts).map(String);
}
