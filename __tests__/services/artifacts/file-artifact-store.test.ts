import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFileArtifactStore } from '../../../services/artifacts/file-artifact-store.ts';
import { artifactStoreConformance } from '../../conformance/artifact-store.ts';
import { MAX_PASSING_MB, memoryToPass, PASSED_MB } from './memory-to-pass.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artifacts-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

artifactStoreConformance('createFileArtifactStore', async () => ({
  store: createFileArtifactStore({ folder: join(folder, 'store') }),
  close: async () => undefined,
}));

describe('createFileArtifactStore', () => {
  it('has only whole artifacts after its process was killed', async () => {
    // Prepare
    const script = join(import.meta.dirname, 'write-artifacts.ts');
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');

    // Act
    child.kill('SIGKILL');
    await once(child, 'exit');

    // Assess
    const store = createFileArtifactStore({ folder });
    const heads = await store.list('work/');
    expect(heads.length).toBeGreaterThan(0);
    for (const { key } of heads) {
      // find verifies the checksum, so half an artifact would be refused here.
      expect((await store.find(key))?.body.byteLength).toBeGreaterThanOrEqual(2_000_000);
    }
  });

  it('refuses an artifact whose file was changed, by pointer and by key', async () => {
    // Prepare
    const store = createFileArtifactStore({ folder });
    const pointer = await store.putOnce('work/a.txt', 'as written', 'text/plain');

    // Act
    await writeFile(join(folder, 'work', 'a.txt~', 'body'), 'changed');

    // Assess
    await expect(store.get(pointer)).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/checksum/),
    });
    await expect(store.find('work/a.txt')).rejects.toMatchObject({
      name: 'RejectedInputError',
      message: expect.stringMatching(/checksum/),
    });
  });

  it('passes 64 MB through in less memory than they have', async () => {
    expect(await memoryToPass([join(folder, 'large'), String(PASSED_MB)])).toBeLessThan(MAX_PASSING_MB);
  });

  it('removes what a killed process left unfinished an hour ago, and nothing younger', async () => {
    // Prepare
    const unfinished = join(folder, '~unfinished');
    await mkdir(join(unfinished, 'old'), { recursive: true });
    await mkdir(join(unfinished, 'young'));
    const longAgo = new Date(Date.now() - 3_700_000);
    await utimes(join(unfinished, 'old'), longAgo, longAgo);

    // Act
    await createFileArtifactStore({ folder }).putOnce('work/a.txt', 'x', 'text/plain');

    // Assess
    expect(await readdir(unfinished)).toEqual(['young']);
  });

  it('says that a file stands in the place of the folder', async () => {
    // Prepare
    const file = join(folder, 'plain');
    await writeFile(file, '');

    // Act
    const put = createFileArtifactStore({ folder: file }).putOnce('work/a.txt', 'x', 'text/plain');

    // Assess
    await expect(put).rejects.toMatchObject({ name: 'ConfigurationError', message: expect.stringMatching(/plain/) });
  });
});
