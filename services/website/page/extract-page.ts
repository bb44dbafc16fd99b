import type { Block } from '../../../contracts/index.ts';
import { dateBlocks } from './block-dates.ts';
import { filterBlocks } from './block-filter.ts';
import { kindsOf } from './boilerplate-hints.ts';
import { stylesOf } from './element-style.ts';
import { readEmbeddedText } from './embedded-data.ts';
import type { ExtractedPage } from './extracted-page.ts';
import type { HeadMetadata } from './head-metadata.ts';
import { readHead } from './head-metadata.ts';
import { findHiddenElements } from './hidden-elements.ts';
import { countHiddenText } from './hidden-text.ts';
import { asText } from './json-values.ts';
import { absoluteUrl, baseUrl, readLinks, readVariants } from './links.ts';
import { mainText } from './main-text.ts';
import { metadataBlocks } from './metadata-blocks.ts';
import { normalizePageText } from './normalize-text.ts';
import { withOwnDescription } from './own-description.ts';
import { pageTitle } from './page-title.ts';
import type { PageTree } from './page-tree.ts';
import { parsePage } from './parse-page.ts';
import { publishedDate } from './published-date.ts';
import type { RawBlock } from './raw-block.ts';
import { isScriptShell } from './script-shell.ts';
import { sellsOneArticle, withoutShopLines } from './shop-lines.ts';
import type { Thing } from './structured-data.ts';
import { readThings } from './structured-data.ts';
import { linesOf } from './structured-data-lines.ts';

const SHELL_WARNING =
  'The page shows its text only when its scripts run; what is given of it was read from its metadata. --browser draws such pages.';

/**
 * Reads an HTML page as a visitor would. `url` is the page's own address, against which links are resolved; for a saved file
 * (`file:` address) relative links are dropped. Pure, never throws on any HTML, and takes time linear in the size of the page.
 */
export function extractPage(html: string, url: string): ExtractedPage {
  const tree = parsePage(html);
  const styleOf = stylesOf(tree);
  const hidden = findHiddenElements(tree, styleOf);
  const head = readHead(tree);
  const things = readThings(tree);
  const kindOf = kindsOf(tree);
  const subject = { url, title: head.title };
  const filtered = filterBlocks(mainText({ tree, styleOf, hidden, kindOf }), subject);
  const shown = dateBlocks(sellsOneArticle(head, things) ? withoutShopLines(filtered, subject, things) : filtered);
  const visible = withOwnDescription(shown, things);
  const script_shell = isScriptShell(tree, lengthOf(shown));
  const base = baseUrl(tree, url);
  return {
    ...describe(head, things, visible, base),
    blocks: [...visible.map(toBlock), ...readMetadata(tree, head, things, visible, script_shell)],
    ...optional('hidden', countHiddenText(tree, hidden)),
    links: readLinks(tree, base, kindOf),
    variants: readVariants(tree, base),
    robots: head.robots,
    text_characters: lengthOf(visible),
    script_shell,
    warnings: script_shell ? [SHELL_WARNING] : [],
  };
}

function lengthOf(blocks: readonly RawBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function describe(head: HeadMetadata, things: readonly Thing[], visible: readonly RawBlock[], base: string) {
  const siteName = nameOfSite(head, things);
  const firstHeading = visible.find(({ level }) => level === 1)?.text;
  const refresh = /^\s*\d+(?:\.\d+)?\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(head.meta.get('refresh') ?? '')?.[1];
  return {
    title: pageTitle(head, siteName, firstHeading),
    ...optional('description', head.meta.get('description') ?? head.meta.get('og:description')),
    ...optional('language', head.language),
    ...optional('canonical_url', absoluteUrl(head.canonical, base)),
    ...optional('site_name', siteName),
    ...optional('published_at', publishedDate(head, things, visible)),
    ...optional('meta_refresh_url', absoluteUrl(refresh, base)),
  };
}

function nameOfSite(head: HeadMetadata, things: readonly Thing[]): string | undefined {
  const named =
    things.find(({ types }) => types.includes('website')) ?? things.find(({ types }) => types.includes('organization'));
  const name =
    head.meta.get('og:site_name') ?? head.meta.get('application-name') ?? normalizePageText(asText(named?.fields.name));
  return name === '' ? undefined : name;
}

function readMetadata(
  tree: PageTree,
  head: HeadMetadata,
  things: readonly Thing[],
  visible: readonly RawBlock[],
  isShell: boolean,
): Block[] {
  const description = head.meta.get('description') ?? head.meta.get('og:description') ?? '';
  const embedded = isShell ? readEmbeddedText(tree) : [];
  const lines = [
    ...(description === '' ? [] : [{ text: description }]),
    ...things.flatMap(linesOf),
    ...embedded.map((text) => ({ text })),
  ];
  return metadataBlocks(
    lines,
    visible.map(({ text }) => text),
  );
}

function toBlock({ kind, text, level, date }: RawBlock): Block {
  return { kind, text, ...optional('level', level), ...optional('date', date) };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]: Value });
}
