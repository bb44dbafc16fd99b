/** The reason with which the branches of a Parallel or Map are stopped when one of them failed. */
export class SiblingFailed extends Error {
  override readonly name = 'SiblingFailed';
}

/**
 * Runs branches side by side and gives their results in order. When one fails, the signal of the others is aborted — waits end, handlers are told,
 * nothing is retried — and once all have ended the first failure is thrown.
 */
export async function runBranches<Result>(
  parent: AbortSignal,
  branches: readonly ((signal: AbortSignal) => Promise<Result>)[],
): Promise<readonly Result[]> {
  const group = new AbortController();
  const signal = AbortSignal.any([parent, group.signal]);
  const failures: unknown[] = [];
  const results = await Promise.all(
    branches.map(async (branch) => {
      try {
        return [await branch(signal)];
      } catch (error) {
        failures.push(error);
        group.abort(new SiblingFailed('A branch beside this one failed.'));
        return [];
      }
    }),
  );
  parent.throwIfAborted();
  if (failures.length > 0) {
    throw failures[0];
  }
  return results.flat();
}
