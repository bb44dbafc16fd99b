import { isNativeError } from 'node:util/types';
import {
  ConfigurationError,
  PermissionDeniedError,
  QuotaExceededError,
  TransientUpstreamError,
} from '../../contracts/index.ts';

/** What the operating system's error codes mean for a store of files. */
const ERROR_CLASSES = {
  EACCES: PermissionDeniedError,
  EPERM: PermissionDeniedError,
  EROFS: PermissionDeniedError,
  ENOSPC: QuotaExceededError,
  EDQUOT: QuotaExceededError,
  ENOTDIR: ConfigurationError,
} as const;

/**
 * Turns a file system error into a declared one; a code without a class of its own (EIO, EMFILE, EBUSY, …) may pass and is a
 * TransientUpstreamError. Anything that is no file system error is given back as it is.
 */
export function translateFileError(error: unknown, folder: string): unknown {
  const code = fileErrorCode(error);
  if (code === undefined) {
    return error;
  }
  const ErrorClass = isNamed(code) ? ERROR_CLASSES[code] : TransientUpstreamError;
  return new ErrorClass(`The artifact folder ${folder} could not be used: ${String(error)}.`, {
    cause: error,
    remedy: 'Give a folder on a disk with free space that can be read and written.',
  });
}

/** The operating system's code of an error (`ENOENT`), or undefined. */
export function fileErrorCode(error: unknown): string | undefined {
  return isNativeError(error) && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
}

function isNamed(code: string): code is keyof typeof ERROR_CLASSES {
  return code in ERROR_CLASSES;
}
