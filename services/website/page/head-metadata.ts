import type { RobotsMeta } from './extracted-page.ts';
import { normalizePageText } from './normalize-text.ts';
import type { PageTree } from './page-tree.ts';
import { elementsByTag, textWithin } from './page-tree.ts';

/** What the `<meta>`, `<link>` and `<title>` elements of a page say. */
export interface HeadMetadata {
  /** First content of each `name`, `property`, `http-equiv` or `itemprop`, in lower case, normalized. */
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string;
  readonly canonical?: string;
  readonly language?: string;
  readonly robots: RobotsMeta;
}

/** Reads the metadata of a page that stands in elements. */
export function readHead(tree: PageTree): HeadMetadata {
  const meta = readMeta(tree);
  const title =
    elementsByTag(tree, 'title')
      .map((element) => normalizePageText(textWithin(tree, element)))
      .find((text) => text !== '') ?? '';
  const canonical = elementsByTag(tree, 'link').find((link) => relOf(link.attributes.rel).includes('canonical'))
    ?.attributes.href;
  const language = languageTag(
    elementsByTag(tree, 'html')[0]?.attributes.lang ?? meta.get('content-language') ?? meta.get('og:locale'),
  );
  const robots = meta.get('robots')?.toLowerCase() ?? '';
  return {
    meta,
    title,
    ...(canonical && { canonical }),
    ...(language && { language }),
    robots: { noindex: /\b(?:noindex|none)\b/.test(robots), nofollow: /\b(?:nofollow|none)\b/.test(robots) },
  };
}

function readMeta(tree: PageTree): Map<string, string> {
  const meta = new Map<string, string>();
  for (const { attributes } of elementsByTag(tree, 'meta')) {
    const name = (attributes.name ?? attributes.property ?? attributes['http-equiv'] ?? attributes.itemprop)
      ?.trim()
      .toLowerCase();
    const content = normalizePageText(attributes.content ?? '');
    if (name !== undefined && content !== '' && !meta.has(name)) meta.set(name, content);
  }
  return meta;
}

function relOf(rel: string | undefined): string[] {
  return (rel ?? '').toLowerCase().split(/\s+/);
}

function languageTag(value: string | undefined): string | undefined {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(tag) ? tag : undefined;
}
