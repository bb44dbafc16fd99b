import { compare } from './changes.ts';
import { FUNCTION_TYPE, zipSha256 } from './function-blocks.ts';
import { at } from './json-values.ts';
import type { Plan } from './plan-json.ts';

/** A zip that a plan deploys. */
export interface PlannedZip {
  /** Relative to the folder of the stack, as the plan names it. */
  readonly file: string;
  /** In lower-case hex. */
  readonly sha256: string;
}

/** The zips of all functions that are there once a plan is applied, by the name of the file. */
export function plannedZips({ resource_changes }: Plan): PlannedZip[] {
  return resource_changes
    .filter(({ type }) => type === FUNCTION_TYPE)
    .flatMap(({ change }) => {
      const [file, hash] = [at(change.after, 'filename'), at(change.after, 'source_code_hash')];
      return typeof file === 'string' && typeof hash === 'string' ? [{ file, sha256: zipSha256(hash) }] : [];
    })
    .sort((a, b) => compare(a.file, b.file));
}
