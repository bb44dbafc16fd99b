import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Where the project's own code lies; tests are read by none of the source checks. */
const SOURCE_GLOBS = ['{contracts,statemachine,services,handlers,stacks,local,scripts}/**/*.ts', 'main.ts'];

/** A place in a source file that a check finds fault with. */
export interface Finding {
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly message: string;
}

/** Reads and parses every source file under the current folder, paths relative to it and in a stable order. */
export function sourceFiles(): ts.SourceFile[] {
  return globSync(SOURCE_GLOBS)
    .sort()
    .map((file) => parseSource(file.replaceAll('\\', '/'), readFileSync(file, 'utf8')));
}

/** Parses one TypeScript file, with parent links, which the documentation comments of the compiler API need. */
export function parseSource(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
}

/** Names the place of a node. */
export function findingAt(node: ts.Node, message: string): Finding {
  const source = node.getSourceFile();
  return {
    file: source.fileName,
    line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    message,
  };
}

/**
 * Prints findings as `file:line message`, which terminals and editors make clickable, and sets the exit code to 1 when
 * there are any.
 *
 * @param findings what a check found, in any order
 * @param clean what to say when there is nothing to find
 */
export function report(findings: readonly Finding[], clean: string): void {
  for (const { file, line, message } of findings) console.error(`${file}:${line} ${message}`);
  if (findings.length === 0) console.log(clean);
  else process.exitCode = 1;
}
