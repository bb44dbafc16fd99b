import { MAX_SITEMAP_URLS_PER_FOLDER } from '../limits.ts';

/** An address of a sitemap. */
export interface ListedPage {
  readonly url: string;
  /** True when its folder lists more pages than are taken of one. */
  readonly crowded: boolean;
}

function folderOf(url: string): string {
  return url.slice(0, url.replace(/\/$/, '').lastIndexOf('/'));
}

/**
 * Takes of every folder its first and its last addresses only, so that the work of ranking does not grow with a shop's goods. Works on
 * text alone: parsing fifty thousand addresses would take longer than reading a page.
 */
export function thinFolders(urls: readonly string[]): ListedPage[] {
  const half = MAX_SITEMAP_URLS_PER_FOLDER / 2;
  return [...Map.groupBy(urls, folderOf).values()].flatMap((pages) => {
    const crowded = pages.length > MAX_SITEMAP_URLS_PER_FOLDER;
    const taken = crowded ? [...pages.slice(0, half), ...pages.slice(-half)] : pages;
    return taken.map((url) => ({ url, crowded }));
  });
}
