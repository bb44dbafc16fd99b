import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { onePageSite } from '../../fixtures/wild-web/scenarios.ts';
import type { WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import type { CommandResult } from '../../support/run-command.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('out-folder');
let site: WildSite;

beforeAll(async () => {
  site = await serveScenario(onePageSite);
});

afterAll(() => site.close());

function brief(...flags: string[]): Promise<CommandResult> {
  const start = ['brief', '--company', 'Acme', '--url', site.url, '--allow-host', site.host];
  return runCommand([...start, '--data-dir', join(folder, 'data'), ...flags]);
}

describe('a folder that a brief cannot be written to', () => {
  it.each(['taken.txt', 'taken.txt/deeper'])('is refused before anything is read: %s', async (name) => {
    // Prepare
    await writeFile(join(folder, 'taken.txt'), 'A file of mine.');
    const asked = site.paths.length;

    // Act
    const { exitCode, err } = await brief('--out', join(folder, name));

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/RejectedInputError: The brief cannot be written to .*taken\.txt is a file/);
    expect(err).toContain('What to do: Name another folder with --out DIR.');
    expect(site.paths).toHaveLength(asked);
  });

  it('is not made by a command line that is wrong', async () => {
    // Act
    await brief('--out', join(folder, 'never'), '--resume', join(folder, 'no-such.pdf'));

    // Assess
    expect(await readdir(folder)).not.toContain('never');
  });

  it('keeps the run, and says how to write its brief elsewhere', async () => {
    // Prepare: something that stands where a file of the brief belongs is seen when the file is written.
    const out = join(folder, 'half-taken');
    await mkdir(join(out, 'brief.html'), { recursive: true });

    // Act
    const { exitCode, err } = await brief('--out', out);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/The brief cannot be written to .*half-taken: EISDIR/);
    const id = /--continue (\S+)/.exec(err)?.[1] ?? '';
    const elsewhere = join(folder, 'elsewhere');
    const again = await runCommand(['brief', '--continue', id, '--data-dir', join(folder, 'data'), '--out', elsewhere]);
    expect(again.exitCode).toBe(EXIT_CODES.done);
    expect(await readdir(elsewhere)).toContain('brief.html');
  });
});

describe('a folder that runs cannot be kept in', () => {
  it('is named, with another way', async () => {
    // Prepare
    await writeFile(join(folder, 'not-a-folder'), 'A file of mine.');

    // Act
    const { exitCode, err } = await brief('--data-dir', join(folder, 'not-a-folder'));

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/ConfigurationError: The data folder .*not-a-folder cannot be used/);
    expect(err).toContain('What to do: Name another folder with --data-dir DIR');
  });
});

describe('the demonstration', () => {
  it('refuses a file as its folder before anything else', async () => {
    // Prepare
    await writeFile(join(folder, 'demo.txt'), 'A file of mine.');

    // Act
    const { exitCode, err } = await runCommand(['demo', '--out', join(folder, 'demo.txt')]);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/demo\.txt is a file/);
  });
});

describe('a reader that goes away', () => {
  it('does not keep the brief from being written', async () => {
    // Prepare
    const out = join(folder, 'nobody-reads');
    const flags = ['--url', site.url, '--allow-host', site.host, '--data-dir', join(folder, 'data'), '--out', out];
    const child = spawn(process.execPath, ['local/cli/main.ts', 'brief', '--company', 'Acme', ...flags, '--json']);

    // Act
    child.stdout.destroy();
    child.stderr.destroy();
    const [exitCode] = (await once(child, 'close')) as [number];

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    expect(await readdir(out)).toContain('brief.html');
  });
});

describe('a file that cannot be opened', () => {
  it('is named with the reason in plain words', async () => {
    // Act
    const { exitCode, err } = await brief('--resume', folder);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toContain(`The file ${folder} cannot be opened: it is a folder.`);
  });
});
