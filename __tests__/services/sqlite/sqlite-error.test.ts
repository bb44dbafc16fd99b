import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withSqliteErrors } from '../../../services/sqlite/sqlite-error.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
  file = join(folder, 'any.sqlite');
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE words (word TEXT)');
  database.close();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('withSqliteErrors', () => {
  it('names a read-only file as a matter of configuration', () => {
    // Prepare
    const database = new DatabaseSync(file, { readOnly: true });

    // Act
    const write = () => withSqliteErrors(file, () => database.exec(`INSERT INTO words VALUES ('x')`));

    // Assess
    expect(write).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringMatching(/read-only/) }),
    );
    database.close();
  });

  it('takes a lock that stays for something that passes', () => {
    // Prepare
    const holder = new DatabaseSync(file);
    holder.exec('BEGIN EXCLUSIVE');
    const database = new DatabaseSync(file, { timeout: 1 });

    // Act
    const write = () => withSqliteErrors(file, () => database.exec(`INSERT INTO words VALUES ('x')`));

    // Assess
    expect(write).toThrow(
      expect.objectContaining({ name: 'TransientUpstreamError', message: expect.stringMatching(/locked/) }),
    );
    database.close();
    holder.close();
  });

  it('gives other errors as they are', () => {
    // Prepare
    const error = new RangeError('not of the database');

    // Assess
    expect(() =>
      withSqliteErrors(file, () => {
        throw error;
      }),
    ).toThrow(error);
  });
});
