import { readFileSync } from 'node:fs';
import { upsertComment } from './upsert-comment.ts';

// Runs on a bare checkout, without packages: it holds a token that may write.
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, PULL_REQUEST } = process.env;
const [file] = process.argv.slice(2);
const missing = Object.entries({ GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, PULL_REQUEST, file }).flatMap(
  ([name, value]) => (value ? [] : [name]),
);

if (missing.length > 0) {
  console.error(
    `Missing: ${missing.join(', ')}. Usage, in a workflow of GitHub Actions: node comment-on-pull-request.ts FILE`,
  );
  process.exitCode = 2;
} else {
  const address = await upsertComment({
    apiUrl: GITHUB_API_URL ?? '',
    repository: GITHUB_REPOSITORY ?? '',
    token: GITHUB_TOKEN ?? '',
    pullRequest: Number(PULL_REQUEST),
    text: readFileSync(file ?? '', 'utf8'),
  });
  console.log(address);
}
