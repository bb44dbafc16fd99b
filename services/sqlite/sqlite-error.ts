import { isNativeError } from 'node:util/types';
import { ConfigurationError, TransientUpstreamError } from '../../contracts/index.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html) that say the file itself is at fault, and what helps. */
const FILE_FAULTS: Readonly<Record<number, { readonly why: string; readonly remedy: string }>> = {
  3: { why: 'access to it is not permitted', remedy: 'Make the file and its folder writable.' },
  8: { why: 'it is read-only', remedy: 'Make the file and its folder writable.' },
  11: { why: 'it is damaged', remedy: 'Move the file away; a new one is made at the next start.' },
  13: { why: 'the disk is full', remedy: 'Free some space on the disk and run it again.' },
  14: { why: 'it cannot be opened', remedy: 'Give a path to a file in a folder that can be written.' },
  26: { why: 'it is not a database', remedy: 'Give another path, or move the file away; a new one is made.' },
};

/** Extended codes keep the primary one in their low byte. */
const PRIMARY_CODE_MASK = 0xff;

/**
 * Turns what node:sqlite threw into a declared error: a fault of the file is a ConfigurationError, a lock that was not released
 * or a failed read or write is a TransientUpstreamError. Anything that did not come from SQLite is given back as it is.
 */
export function translateSqliteError(error: unknown, file: string): unknown {
  if (!isSqliteError(error)) {
    return error;
  }
  const fault = FILE_FAULTS[error.errcode & PRIMARY_CODE_MASK];
  if (fault !== undefined) {
    return new ConfigurationError(`The database ${file} cannot be used: ${fault.why} (${error.message}).`, {
      cause: error,
      remedy: fault.remedy,
    });
  }
  return new TransientUpstreamError(`The database ${file} did not answer: ${error.message}. Try again.`, {
    cause: error,
  });
}

/** Runs statements and translates what they throw with {@link translateSqliteError}. */
export function withSqliteErrors<Result>(file: string, statements: () => Result): Result {
  try {
    return statements();
  } catch (error) {
    throw translateSqliteError(error, file);
  }
}

function isSqliteError(error: unknown): error is Error & { readonly errcode: number } {
  return isNativeError(error) && 'errcode' in error && typeof error.errcode === 'number';
}
