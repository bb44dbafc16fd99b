import { MAX_SITEMAP_URLS_PER_FOLDER } from '../limits.ts';

/** An address of a sitemap. */
export interface ListedPage {
  readonly url: string;
  /** When it was changed last, YYYY-MM-DD, where the sitemap says so. */
  readonly modified?: string;
  /** True when its folder lists more pages than are taken of one. */
  readonly crowded: boolean;
}

function folderOf(url: string): string {
  return url.slice(0, url.replace(/\/$/, '').lastIndexOf('/'));
}

/**
 * Takes of every folder its newest addresses only, or its first and last where it gives no dates, so that the work of ranking does not grow with a shop's goods. Works on
 * text alone: parsing fifty thousand addresses would take longer than reading a page.
 */
export function thinFolders(entries: readonly Omit<ListedPage, 'crowded'>[]): ListedPage[] {
  const half = MAX_SITEMAP_URLS_PER_FOLDER / 2;
  return [...Map.groupBy(entries, ({ url }) => folderOf(url)).values()].flatMap((listed) => {
    const crowded = listed.length > MAX_SITEMAP_URLS_PER_FOLDER;
    const pages = crowded ? newestFirst(listed) : listed;
    const taken = crowded ? [...pages.slice(0, half), ...pages.slice(-half)] : pages;
    return taken.map(({ url, modified }) => ({ url, crowded, ...(modified && { modified }) }));
  });
}

/** By date where all have one; entries without dates stay where they are, since the newest stand first or last. */
function newestFirst(listed: readonly Omit<ListedPage, 'crowded'>[]): readonly Omit<ListedPage, 'crowded'>[] {
  if (listed.some(({ modified }) => modified === undefined)) return listed;
  return listed.toSorted((one, other) => (other.modified ?? '').localeCompare(one.modified ?? ''));
}
