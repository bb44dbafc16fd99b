import pLimit from 'p-limit';

/** The reason with which the branches of a Parallel or Map are stopped when one of them failed. */
class SiblingFailed extends Error {
  override readonly name = 'SiblingFailed';
}

/**
 * Runs branches side by side, at most `concurrency` at once, and gives their results in order. When one fails, the signal of the others is aborted — waits
 * end, handlers are told, nothing is retried, nothing further begins — and once all have ended the first failure is thrown.
 */
export async function runBranches<Result>(
  parent: AbortSignal,
  branches: readonly ((signal: AbortSignal) => Promise<Result>)[],
  concurrency = Number.POSITIVE_INFINITY,
): Promise<readonly Result[]> {
  const group = new AbortController();
  const signal = AbortSignal.any([parent, group.signal]);
  const failures: unknown[] = [];
  const limit = pLimit(concurrency);
  const runOne = async (branch: (signal: AbortSignal) => Promise<Result>): Promise<readonly Result[]> => {
    try {
      signal.throwIfAborted();
      return [await branch(signal)];
    } catch (error) {
      failures.push(error);
      group.abort(new SiblingFailed('A branch beside this one failed.'));
      return [];
    }
  };
  const results = await Promise.all(branches.map((branch) => limit(runOne, branch)));
  parent.throwIfAborted();
  if (failures.length > 0) {
    throw failures[0];
  }
  return results.flat();
}
