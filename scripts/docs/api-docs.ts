import { readFileSync } from 'node:fs';
import type { RouteContract } from '../../contracts/index.ts';
import { PROBLEMS, ROUTES } from '../../contracts/index.ts';

const CLIENT = 'docs/examples/api-client.ts';

/** The table of routes: method, path and what each does. */
export function routeTable(): string {
  const rows = Object.values<RouteContract>(ROUTES).map(
    ({ method, path, summary }) => `| \`${method} ${path}\` | ${summary} |`,
  );
  return ['| route | what it does |', '| --- | --- |', ...rows].join('\n');
}

/** The table of problems: the last part of each type, its status, what it means and what to do. */
export function problemTable(): string {
  const rows = Object.entries(PROBLEMS)
    .sort(([, a], [, b]) => a.status - b.status)
    .map(([name, { status, title, remedy }]) => `| ${status} | \`${name}\` | ${title} | ${remedy} |`);
  return [
    '| status | `urn:interview-pipeline:problem:` | what it means | what to do |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The client of the guide, as the file that is compiled and run. */
export function clientExample(): string {
  return `\`\`\`ts\n${readFileSync(CLIENT, 'utf8').trim()}\n\`\`\``;
}
