import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TASK_STATES } from '../../../contracts/index.ts';
import { createSqliteSessionStore } from '../../../services/sessions/sqlite-session-store.ts';
import { CONFORMANCE_START, sampleSessionRow } from '../../conformance/session-row.ts';
import { sessionStoreConformance } from '../../conformance/session-store.ts';

const runFile = promisify(execFile);

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sessions-'));
  file = join(folder, 'data', 'sessions.sqlite');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

sessionStoreConformance('createSqliteSessionStore', async () => {
  let now = CONFORMANCE_START;
  const store = createSqliteSessionStore({ file, clock: { now: () => now } });
  return {
    store,
    advanceSeconds: (seconds) => {
      now = new Date(now.getTime() + seconds * 1_000);
    },
    close: async () => store.close(),
  };
});

describe('createSqliteSessionStore', () => {
  it('loses no progress of two further processes and its own writes', async () => {
    // Prepare
    const rounds = 40;
    const row = sampleSessionRow(1, { expires_at: 4_000_000_000 });
    const store = createSqliteSessionStore({ file });
    await store.create(row);
    const script = join(import.meta.dirname, 'write-progress.ts');
    const writer = (parity: number) =>
      runFile(process.execPath, [script, file, row.session_id, String(parity), String(rounds)]);

    // Act
    const others = Promise.all([writer(0), writer(1)]);
    for (let round = 0; round < rounds; round += 1) {
      await store.transition({
        session_id: row.session_id,
        from: ['QUEUED'],
        to: 'QUEUED',
        patch: { usage: { round } },
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await others;

    // Assess
    const found = await store.get(row.session_id);
    store.close();
    expect(Object.keys(found?.progress ?? {}).sort()).toEqual([...TASK_STATES].sort());
    expect(Object.values(found?.progress ?? {}).map(({ invocations }) => invocations)).toEqual(
      TASK_STATES.map(() => rounds),
    );
    expect(found?.usage).toEqual({ round: rounds - 1 });
  });

  it('shows another connection what was written before it opened, and after', async () => {
    // Prepare
    const writer = createSqliteSessionStore({ file });
    const row = sampleSessionRow(1, { expires_at: 4_000_000_000 });
    await writer.create(row);

    // Act
    const reader = createSqliteSessionStore({ file, mustExist: true });
    await writer.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'RUNNING' });

    // Assess
    expect((await reader.get(row.session_id))?.status).toBe('RUNNING');
    reader.close();
    writer.close();
  });

  it('says that a file is no database', async () => {
    // Prepare
    const text = join(folder, 'notes.txt');
    await writeFile(text, 'These are notes, not a database. '.repeat(100));

    // Act
    const open = () => createSqliteSessionStore({ file: text });

    // Assess
    expect(open).toThrow(
      expect.objectContaining({
        name: 'ConfigurationError',
        message: expect.stringMatching(/notes\.txt.*not a database/),
      }),
    );
  });

  it('says that a database is damaged', async () => {
    // Prepare
    const store = createSqliteSessionStore({ file });
    for (let number = 0; number < 200; number += 1) {
      await store.create(sampleSessionRow(number, { expires_at: 4_000_000_000 }));
    }
    store.close();
    const database = new DatabaseSync(file);
    const { page_size: pageSize } = database.prepare('PRAGMA page_size').get() as { page_size: number };
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(pageSize * 10, 0xff), 0, pageSize * 10, pageSize * 3);
    await handle.close();
    const damaged = createSqliteSessionStore({ file });

    // Act
    const page = damaged.list({ owner: 'local', limit: 100 });

    // Assess
    await expect(page).rejects.toMatchObject({ name: 'ConfigurationError', message: expect.stringMatching(/damaged/) });
    damaged.close();
  });

  it('says that a folder stands in the place of the file, or a file in the place of the folder', async () => {
    // Prepare
    await writeFile(join(folder, 'plain'), '');

    // Assess
    expect(() => createSqliteSessionStore({ file: folder })).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringMatching(/cannot be opened/) }),
    );
    expect(() => createSqliteSessionStore({ file: join(folder, 'plain', 'sessions.sqlite') })).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringMatching(/folder/) }),
    );
  });

  it('does not make a file for a reader', () => {
    // Assess
    expect(() => createSqliteSessionStore({ file, mustExist: true })).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringMatching(/no database at/) }),
    );
  });

  it('says that a row of another version cannot be read', async () => {
    // Prepare
    const store = createSqliteSessionStore({ file });
    const row = sampleSessionRow(1, { expires_at: 4_000_000_000 });
    await store.create(row);
    const database = new DatabaseSync(file);
    database.exec(`UPDATE sessions SET document = json_set(document, '$.schema_version', 2)`);
    database.close();

    // Act
    const found = store.get(row.session_id);

    // Assess
    await expect(found).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/schema_version/),
    });
    store.close();
  });
});
