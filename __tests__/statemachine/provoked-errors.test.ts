import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ERROR_NAMES } from '../../contracts/index.ts';
import { provokedErrors } from '../../statemachine/checks/provoked-errors.ts';

describe('provokedErrors', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'provoked-errors-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(file: string, text: string): void {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  it.each([
    ['expects its class', 'await expect(read()).rejects.toThrow(NoEvidenceError);'],
    ['throws it from a part it stands in for', "read: () => { throw new NoEvidenceError('nothing'); }"],
    ['expects its name', "expect(row.failure).toMatchObject({ error: 'NoEvidenceError' });"],
    ['asks for its class', 'expect(error instanceof NoEvidenceError).toBe(true);'],
  ])('finds an error when a test %s', (_how, line) => {
    // Prepare
    write('handlers/analyze.test.ts', `it('fails', async () => {\n  ${line}\n});\n`);

    // Act
    const provoked = provokedErrors(folder, ERROR_NAMES);

    // Assess
    expect(provoked).toEqual(new Set(['NoEvidenceError']));
  });

  it.each([
    ['is only imported', 'handlers/a.test.ts', "import { NoEvidenceError } from '../../contracts/index.ts';"],
    ['stands in a comment', 'handlers/a.test.ts', "// throws new NoEvidenceError('nothing')"],
    ['is part of another name', 'handlers/a.test.ts', "expect(name).toBe('NoEvidenceErrorLike');"],
    ['is named by a test of the rules themselves', 'statemachine/a.test.ts', "expect(name).toBe('NoEvidenceError');"],
    ['is named in a file that is no code', 'handlers/a.json', '{ "error": "NoEvidenceError" }'],
  ])('does not count an error that %s', (_why, file, line) => {
    // Prepare
    write(file, `${line}\n`);
    write('handlers/empty.test.ts', '');

    // Act
    const provoked = provokedErrors(folder, ERROR_NAMES);

    // Assess
    expect(provoked).toEqual(new Set());
  });
});
