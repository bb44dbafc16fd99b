import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LineSink } from '../../services/powertools-step-logger.ts';

/** Size at which a log file is put aside as `.1`, in bytes: some thousand runs. */
const MAX_LOG_BYTES = 5_000_000;

/** A sink that appends lines to a file, so that standard output stays the person's. The folder is made when absent. */
export function logFile(file: string): LineSink {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  return (line) => appendFileSync(file, `${line}\n`);
}
