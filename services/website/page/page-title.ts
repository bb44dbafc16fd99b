import type { HeadMetadata } from './head-metadata.ts';
import { wordsOf } from './normalize-text.ts';

const SEPARATOR = /\s+[|·•–—»«:~/-]+\s+|\s*[|»]\s*|:\s+/;

/** Longest title that is kept, in characters: the limit of a source's title. */
const MAX_TITLE_CHARACTERS = 500;

/**
 * A page's own title: the Open Graph title, else `<title>`, else the first heading, without the site's name at its start or end. A title that is
 * nothing but the site's name stays.
 */
export function pageTitle(head: HeadMetadata, siteName: string | undefined, firstHeading: string | undefined): string {
  const candidates = [head.meta.get('og:title'), head.title, firstHeading, head.meta.get('twitter:title')].filter(
    (title) => title !== undefined,
  );
  const cleaned = candidates
    .map((title) => withoutSiteName(title, siteName, firstHeading))
    .filter((title) => title !== '');
  const own = cleaned.find((title) => !isSameName(title, siteName));
  return (own ?? cleaned[0] ?? '').slice(0, MAX_TITLE_CHARACTERS);
}

function withoutSiteName(title: string, siteName: string | undefined, firstHeading: string | undefined): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const first = parts[0] ?? '';
  if (isSameName(first, firstHeading) && !isSameName(first, siteName)) return first;
  const last = parts.at(-1) ?? '';
  if (isSameName(last, siteName)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•–—»«:~/-]+$/, '');
  if (isSameName(parts[0] ?? '', siteName))
    return title.slice((parts[0] ?? '').length).replace(/^[\s|·•–—»«:~/-]+/, '');
  return title;
}

function isSameName(text: string, name: string | undefined): boolean {
  return name !== undefined && wordsOf(text).join(' ') === wordsOf(name).join(' ');
}
