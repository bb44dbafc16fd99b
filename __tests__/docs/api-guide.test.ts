import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, expect, it } from '@jest/globals';
import { localApi } from '../support/local-api.ts';
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

/** The code of the guide in a language: `bash` runs unsigned, in one go; each `sh` is signed; `console` is not for running. */
function blocks(language: string): string[] {
  const fences = readFileSync('docs/api.md', 'utf8').matchAll(/^```(?<language>\w+)\n(?<code>[\s\S]*?)^```$/gm);
  return [...fences].filter(({ groups }) => groups?.language === language).map(({ groups }) => groups?.code ?? '');
}

it('shows commands that work one after the other', async () => {
  // Act
  const { stdout } = await run(
    'bash',
    ['-euo', 'pipefail', '-c', blocks('bash').join('\n').replace('http://127.0.0.1:3000', api)],
    {
      cwd: folder,
    },
  );

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

it.each([
  ['iam', 0, '"status":"QUEUED"'],
  ['jwt', 1, '{"runs":[]}'],
] as const)('shows how a request is signed for %s', async (authorizer, index, expected) => {
  // Prepare
  const signed = await localApi({ authorizer, scenario: 'ok' });
  const env = { ...process.env, ...signed.server.credentials, API: signed.server.url };

  // Act
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', blocks('sh')[index] ?? ''], { cwd: folder, env });
  const unsigned = await fetch(`${signed.server.url}/pipeline`);

  // Assess
  expect(stdout).toContain(expected);
  expect(unsigned.status).toBe(authorizer === 'iam' ? 403 : 401);
});
