import { RejectedInputError } from '../../../contracts/index.ts';
import type { FunctionVersion } from '../../../services/operator/function-versions.ts';

/** Where an alias is to go: a version by its number, the one before the present one, or the newest that was there at a time. */
export type RollbackTarget =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'previous' }
  | { readonly kind: 'time'; readonly at: Date };

/** How many versions an error names: the newest are those that are meant. */
const NAMED_VERSIONS = 10;

/**
 * Reads what stands behind `--to`.
 *
 * @throws RejectedInputError when it is neither a number nor `previous` nor a time
 */
export function readTarget(text: string): RollbackTarget {
  if (text === 'previous') return { kind: 'previous' };
  if (/^[1-9]\d*$/.test(text)) return { kind: 'version', version: text };
  const at = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(at.getTime())) return { kind: 'time', at };
  throw new RejectedInputError(`--to ${JSON.stringify(text)} names no version.`, {
    remedy: 'Give a version number, "previous", or a time such as 2026-11-22T10:00Z.',
  });
}

/**
 * Chooses the version of one function.
 *
 * @param versions the published ones, the oldest first
 * @param live the version that is called now
 * @throws RejectedInputError that names the versions that there are, when none fits
 */
export function chooseVersion(
  name: string,
  target: RollbackTarget,
  versions: readonly FunctionVersion[],
  live: string,
): FunctionVersion {
  const found = versions.findLast((each) => fits(each, target, live));
  if (found !== undefined) return found;
  const there = versions.slice(-NAMED_VERSIONS).map(({ version, published_at }) => `${version} (${published_at})`);
  throw new RejectedInputError(`${name} has no version ${inWords(target, live)}.`, {
    remedy: `Published and still there: ${there.join(', ') || 'none'}.`,
  });
}

function fits({ version, published_at }: FunctionVersion, target: RollbackTarget, live: string): boolean {
  switch (target.kind) {
    case 'version':
      return version === target.version;
    case 'previous':
      return Number(version) < Number(live);
    case 'time':
      return Date.parse(published_at) <= target.at.getTime();
  }
}

function inWords(target: RollbackTarget, live: string): string {
  switch (target.kind) {
    case 'version':
      return target.version;
    case 'previous':
      return `before ${live}, which is live`;
    case 'time':
      return `that was published by ${target.at.toISOString()}`;
  }
}
