/** Every limit that only the website reader keeps, with its unit in its name and its reason beside it. */

/** Redirects followed for one address: RFC 9309 asks for at least five, and honest sites need two (scheme, www). */
export const MAX_REDIRECTS = 5;

/** One request as a whole, redirects and body included, in milliseconds: slow sites answer within 5 s; a drip server never ends by itself. */
export const REQUEST_TIMEOUT_MILLISECONDS = 15_000;

/** Connecting, in milliseconds: a host that does not take a connection in 5 s is as good as down. */
export const CONNECT_TIMEOUT_MILLISECONDS = 5_000;

/** Header section of a response, in bytes: Node's own limit is 16 KiB; some sites with long policies need a little more. */
export const MAX_HEADER_BYTES = 32_768;

/** Bytes taken from the wire for a page: the largest HTML pages seen in practice stay below 3 MB. */
export const MAX_PAGE_WIRE_BYTES = 5_000_000;

/** Bytes of a page after decompression: text beyond is menus and data, and extraction is linear in it. */
export const MAX_PAGE_BYTES = 5_000_000;

/** Bytes of a linked PDF: annual reports stay below 20 MB, and the run has a deadline. */
export const MAX_PDF_BYTES = 20_000_000;

/** Bytes of robots.txt that are read: RFC 9309 asks for at least 500 KiB. */
export const MAX_ROBOTS_BYTES = 512_000;

/** Bytes of one sitemap, unpacked: about 50,000 addresses, the most that one file may list. */
export const MAX_SITEMAP_BYTES = 5_000_000;

/** Sitemap files read of a site: an index of a large shop names hundreds, those of its pages stand among the first. */
export const MAX_SITEMAP_FILES = 6;

/** Addresses taken from all sitemaps together: more cannot change which dozen pages matter. */
export const MAX_SITEMAP_URLS = 50_000;

/** Addresses taken of one folder of a sitemap, half from its beginning and half from its end (the newest stand first or last): a shop has 40,000 goods in one. */
export const MAX_SITEMAP_URLS_PER_FOLDER = 200;

/** Best-ranked addresses kept from sitemaps: forty times the largest budget of pages, so that memory does not grow with the site. */
export const MAX_SITEMAP_CANDIDATES = 2_000;

/** Links taken from one page: mega-menus have hundreds, link farms thousands. */
export const MAX_LINKS_PER_PAGE = 2_000;

/** Bytes taken from the wire in one run, over all requests: fifty pages and a few reports. */
export const MAX_RUN_BYTES = 150_000_000;

/** Requests to one host at once: what a browser opens is six. */
export const MAX_CONCURRENT_PER_HOST = 4;

/** Longest crawl-delay that is kept, in seconds: with more, a run of 90 s would read nothing but the home page. */
export const MAX_CRAWL_DELAY_SECONDS = 10;

/** Longest Retry-After that is waited for, in seconds, and once only: more is a case for a later run. */
export const MAX_RETRY_AFTER_SECONDS = 10;

/** Hops of meta refresh that are followed from one address. */
export const MAX_META_REFRESHES = 2;

/** Visible characters below which a page with a meta refresh is taken for a stub that only leads on. */
export const MAX_STUB_CHARACTERS = 400;

/** Visible characters up to which a page may be a challenge, a consent wall or an error page: real pages say more. */
export const MAX_INTERSTITIAL_CHARACTERS = 1_800;

/** Job pages read of a career board beside its listing. */
export const MAX_BOARD_ROLES = 3;

/** Attempts at pages for each page that may be read: broken links and duplicates must not turn a budget of twelve into a thousand requests. */
export const MAX_ATTEMPTS_PER_PAGE = 3;

/** Bytes of a career board's answer with all roles and their descriptions: 500 roles of 10 kB each. */
export const MAX_BOARD_BYTES = 5_000_000;
