import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { upsertComment } from '../../../scripts/github/upsert-comment.ts';
import type { GithubServer } from '../../support/github/github-server.ts';
import { GITHUB_TOKEN, githubServer } from '../../support/github/github-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const folder = await temporaryFolder('comment');

let server: GithubServer | undefined;

afterEach(() => server?.close());

function comment({ url }: GithubServer, text: string, token = GITHUB_TOKEN): Promise<string> {
  return upsertComment({ apiUrl: url, repository: 'owner/name', token, pullRequest: 7, text });
}

test('a pull request has one comment, with the newest plan', async () => {
  // Prepare
  server = await githubServer([{ body: 'Looks good.', user: { type: 'User' } }]);

  // Act
  const first = await comment(server, 'the first plan');
  const second = await comment(server, 'the second plan');

  // Assess
  expect(second).toBe(first);
  expect(server.comments).toHaveLength(2);
  expect(server.comments[0]?.body).toBe('Looks good.');
  expect(server.comments[1]?.body).toContain('the second plan');
  expect(server.comments[1]?.body).not.toContain('the first plan');
});

test('it is found behind a hundred others, and one that a person copied is left alone', async () => {
  // Prepare
  server = await githubServer();
  await comment(server, 'marker');
  const marked = server.comments[0]?.body ?? '';
  server.close();
  const others = Array.from({ length: 150 }, () => ({ body: marked, user: { type: 'User' as const } }));
  server = await githubServer([...others, { body: marked, user: { type: 'Bot' } }]);

  // Act
  await comment(server, 'the new plan');

  // Assess
  expect(server.comments).toHaveLength(151);
  expect(server.comments[150]?.body).toContain('the new plan');
  expect(server.comments.slice(0, 150).every(({ body }) => body === marked)).toBe(true);
});

test('a refusal is told with what GitHub said', async () => {
  // Prepare
  server = await githubServer();

  // Act, assess
  await expect(comment(server, 'plan', 'another token')).rejects.toThrow(
    /GitHub answered 401 to GET .*Bad credentials/,
  );
});

test('the script runs without packages, from the variables of a workflow', async () => {
  // Prepare
  server = await githubServer();
  const file = join(folder, 'summary.md');
  writeFileSync(file, '## Plan\n');
  const env = { GITHUB_API_URL: server.url, GITHUB_REPOSITORY: 'owner/name', GITHUB_TOKEN, PULL_REQUEST: '7' };

  // Act
  const { stdout } = await run(process.execPath, ['scripts/github/comment-on-pull-request.ts', file], { env });

  // Assess
  expect(stdout).toBe('https://github.example/owner/name/pull/7#issuecomment-1\n');
  expect(server.comments[0]?.body).toContain('## Plan\n');
});

test('the script names what it is not given', async () => {
  await expect(run(process.execPath, ['scripts/github/comment-on-pull-request.ts'], { env: {} })).rejects.toMatchObject(
    {
      code: 2,
      stderr: expect.stringContaining('Missing: GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, PULL_REQUEST, file'),
    },
  );
});
