import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A link or picture of Markdown that leads to a file; addresses with a scheme and anchors of the same page are not looked at. */
const FILE_LINK = /\]\((?!#|[a-z]+:)(?<target>[^)\s#]+)(#[^)]*)?\)/g;

const PAGES = ['*.md', 'docs/**/*.md', 'statemachine/**/*.md'];

/**
 * Finds links of the documentation that lead to a file which is not there.
 *
 * @param root the folder of the repository
 * @returns one sentence for each
 */
export function brokenLinks(root: string): string[] {
  return globSync(PAGES, { cwd: root })
    .sort()
    .flatMap((page) => brokenLinksOf(root, page).map((target) => `${page} links to ${target}, which does not exist`));
}

function brokenLinksOf(root: string, page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const targets = [...text.matchAll(FILE_LINK)].map(({ groups }) => decodeURI(groups?.target ?? ''));
  return targets.filter((target) => !existsSync(join(root, dirname(page), target)));
}
