import type { BoilerplateKind } from './boilerplate-hints.ts';
import type { LinkPlace, PageLink, PageVariant } from './extracted-page.ts';
import { normalizePageText } from './normalize-text.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import { elementsByTag } from './page-tree.ts';

/** Links kept of one page; a page with more is a list of addresses, not of reading. */
const MAX_LINKS = 20_000;

/** Longest link text that is kept, in characters, and how many nodes are looked through for it. */
const MAX_TEXT_CHARACTERS = 300;
const MAX_TEXT_NODES = 200;

/** Resolves an address against the page's; undefined for anything but http and https. The fragment is dropped. */
export function absoluteUrl(href: string | undefined, base: string): string | undefined {
  const trimmed = href?.trim() ?? '';
  if (trimmed === '' || trimmed.startsWith('#')) return undefined;
  const url = URL.parse(trimmed, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.href.split('#', 1)[0];
}

/** The address that a page's links are relative to: `<base href>` when there is one, else the page's own. */
export function baseUrl(tree: PageTree, url: string): string {
  const href = elementsByTag(tree, 'base').find((element) => element.attributes.href !== undefined)?.attributes.href;
  return absoluteUrl(href, url) ?? url;
}

/** Variants that are taken of one page: the largest sites are there in some sixty languages and countries. */
const MAX_VARIANTS = 200;

/** The page's own language variants. */
export function readVariants(tree: PageTree, base: string): PageVariant[] {
  return elementsByTag(tree, 'link')
    .filter(({ attributes }) => /(?:^|\s)alternate(?:\s|$)/i.test(attributes.rel ?? ''))
    .slice(0, MAX_VARIANTS)
    .flatMap(({ attributes: { hreflang = '', href } }) => {
      const [language, url] = [hreflang.trim().toLowerCase(), absoluteUrl(href, base)];
      return url === undefined || !LANGUAGE_TAG.test(language) ? [] : [{ language, url }];
    });
}

const LANGUAGE_TAG = /^(?:x-default|[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3})$/;

/** The links of a page, each address once per place; the first text that is not empty counts. Links in closed menus are among them; at the end come those of the head, and frames and scripts. */
export function readLinks(
  tree: PageTree,
  base: string,
  kindOf: (element: ElementNode) => BoilerplateKind | undefined,
): PageLink[] {
  const places = findPlaces(tree, kindOf);
  const urlOf = rememberUrls(base);
  const links = new Map<string, PageLink>();
  for (const element of elementsByTag(tree, 'a', 'area')) {
    if (links.size >= MAX_LINKS) break;
    const url = urlOf(element.attributes.href ?? '');
    if (url === undefined) continue;
    const place = places[element.index] ?? 'main';
    const key = `${place} ${url}`;
    if ((links.get(key)?.text ?? '') !== '') continue;
    const rel = element.attributes.rel?.trim().toLowerCase();
    links.set(key, { url, text: linkText(tree, element), ...(rel && { rel }), place });
  }
  return [...links.values(), ...relatedIn(tree, urlOf), ...embeddedIn(tree, urlOf)];
}

/** Relations with which the head of a page leads to pages of its site that say who is behind it. */
const RELATED = /^(?:about|author|contents|help|index|publisher|start)$/;

function relatedIn(tree: PageTree, urlOf: (href: string) => string | undefined): PageLink[] {
  return elementsByTag(tree, 'link').flatMap(({ attributes }) => {
    const rel = attributes.rel?.trim().toLowerCase() ?? '';
    const url = RELATED.test(rel) ? urlOf(attributes.href ?? '') : undefined;
    return url === undefined ? [] : [{ url, text: rel, rel, place: 'main' as const }];
  });
}

/** Frames and scripts of a page that are looked at; real pages have some dozens. */
const MAX_EMBEDDED = 300;

function embeddedIn(tree: PageTree, urlOf: (href: string) => string | undefined): PageLink[] {
  const urls = elementsByTag(tree, 'iframe', 'script')
    .map((element) => urlOf(element.attributes.src ?? ''))
    .filter((url) => url !== undefined);
  return [...new Set(urls)].slice(0, MAX_EMBEDDED).map((url) => ({ url, text: '', place: 'main', embedded: true }));
}

/** Resolves each address once: a page leads to the same places again and again. */
function rememberUrls(base: string): (href: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (href) => {
    if (!known.has(href)) known.set(href, absoluteUrl(href, base));
    return known.get(href);
  };
}

function findPlaces(
  tree: PageTree,
  kindOf: (element: ElementNode) => BoilerplateKind | undefined,
): readonly (LinkPlace | undefined)[] {
  const places: (LinkPlace | undefined)[] = new Array(tree.nodes.length);
  for (const node of tree.nodes) {
    if (node.kind !== 'element') continue;
    const around = (node.parent === null ? undefined : places[node.parent.index]) ?? 'main';
    places[node.index] =
      around === 'footer' || around === 'nav' ? around : (PLACE_OF_KIND[kindOf(node) ?? ''] ?? around);
  }
  return places;
}

const PLACE_OF_KIND: Readonly<Record<string, LinkPlace>> = { navigation: 'nav', header: 'header', footer: 'footer' };

function linkText(tree: PageTree, element: ElementNode): string {
  let text = '';
  let label = element.attributes['aria-label'] ?? '';
  const end = Math.min(element.end, element.index + 1 + MAX_TEXT_NODES);
  for (let index = element.index + 1; index < end && text.length < MAX_TEXT_CHARACTERS; index++) {
    const node = tree.nodes[index];
    if (node?.kind === 'text') text += node.text;
    else if (node !== undefined) {
      text += ' ';
      label ||= node.attributes.alt ?? node.attributes['aria-label'] ?? '';
    }
  }
  return normalizePageText((text.trim() === '' ? label : text).slice(0, MAX_TEXT_CHARACTERS));
}
