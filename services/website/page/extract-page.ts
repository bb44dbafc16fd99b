import type { ExtractedPage } from './extracted-page.ts';

/**
 * Reads an HTML page as a visitor would. `url` is the page's own address, against which links are resolved; for a saved file
 * (`file:` address) relative links are dropped. Pure, never throws on any HTML, and takes time linear in the size of the page.
 */
export function extractPage(html: string, url: string): ExtractedPage {
  void html;
  void url;
  return {
    title: '',
    blocks: [],
    links: [],
    robots: { noindex: false, nofollow: false },
    text_characters: 0,
    script_shell: false,
    warnings: [],
  };
}
