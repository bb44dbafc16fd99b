import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/**
 * Reads the cases of a kind, one JSON object a line (`{folder}/{kind}/cases.jsonl`); undefined when the file is not there.
 *
 * @throws Error that names file and line when a line is not JSON or not such a case
 */
export function readCases<Schema extends z.ZodType>(
  folder: string,
  path: string,
  schema: Schema,
): z.infer<Schema>[] | undefined {
  return readLines(folder, path)?.map((line, index) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`${join(folder, path)}, case ${index + 1}, is not of the form that docs/corpora.md describes.`, {
        cause,
      });
    }
  });
}

/** The lines of a file that are not empty; undefined when the file is not there. */
export function readLines(folder: string, path: string): string[] | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}
