import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, expect, it } from '@jest/globals';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const folder = await temporaryFolder('api-guide');
const root = resolve('.');

/** The server of the guide, as its own process, at a free port. */
const server = spawn(
  process.execPath,
  ['local/cli/main.ts', 'serve', '--scenario', 'ok', '--port', '0', '--data-dir', join(folder, 'runs')],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const ended = once(server, 'exit');
const [firstLine] = await once(createInterface({ input: server.stdout }), 'line');
const api = /http:\/\/[0-9.:]+/.exec(String(firstLine))?.[0] ?? '';
afterAll(() => {
  server.kill('SIGKILL');
});

/** The commands of the guide, in their order; those of the language `console` are not for running. */
function commands(): string {
  const blocks = [...readFileSync('docs/api.md', 'utf8').matchAll(/^```bash\n(?<code>[\s\S]*?)^```$/gm)];
  return blocks.map(({ groups }) => groups?.code ?? '').join('\n');
}

it('shows commands that work one after the other', async () => {
  // Act
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', commands().replace('http://127.0.0.1:3000', api)], {
    cwd: folder,
  });

  // Assess
  expect(stdout).toMatch(/^\/pipeline\/k-[0-9a-v]{26}-1\n/);
  expect(stdout).toContain('# Kindlewater: interview brief');
  expect(stdout).toContain('"runs":[{"execution_id"');
  expect(stdout).toContain('{"message":"Too Many Requests"}');
  expect(stdout).toContain('204\n');
  expect(readFileSync(join(folder, 'brief.html'), 'utf8')).toContain('<!doctype html>');
});

it('shows a client in TypeScript that works', async () => {
  // Act
  const { stdout } = await run(
    process.execPath,
    ['docs/examples/api-client.ts', api, join(root, 'local/demo/documents/resume.pdf')],
    { env: { ...process.env, NODE_OPTIONS: '' } },
  );

  // Assess
  expect(stdout).toContain('# Kindlewater: interview brief');
  expect(stdout).toContain('1 document');
});

it('stops when it is told to, with the exit code of success', async () => {
  // Act
  server.kill('SIGTERM');
  const [code] = await ended;

  // Assess
  expect(code).toBe(0);
});
