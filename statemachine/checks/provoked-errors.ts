import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Tests that name errors without anything throwing them: of the rules here, and of the list itself. */
const NOT_PROVOKING = ['statemachine', 'contracts'];

const IMPORT_OR_COMMENT = /^\s*(?:import\b|export\b.*\bfrom\b|\/\/|\/?\*)/;

/**
 * The names among `names` that some test provokes: a line of a `*.test.ts` under the folder, or of a conformance suite, that is neither import nor comment
 * throws or expects the error by its class or its name. Throws the file system's error when the folder cannot be read.
 */
export function provokedErrors(testFolder: string, names: readonly string[]): Set<string> {
  const files = readdirSync(testFolder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !NOT_PROVOKING.includes(file.split(sep)[0] ?? ''),
  );
  const text = files.map((file) => provokingLines(readFileSync(join(testFolder, file), 'utf8'))).join('\n');
  return new Set(
    names.filter((name) =>
      new RegExp(`\\bnew ${name}\\(|\\((?:\\w+, )?${name}[,)]|instanceof ${name}\\b|(['"\`])${name}\\1`).test(text),
    ),
  );
}

function provokingLines(source: string): string {
  return source
    .split('\n')
    .filter((line) => !IMPORT_OR_COMMENT.test(line))
    .join('\n');
}
