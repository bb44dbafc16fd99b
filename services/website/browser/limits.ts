/** Every limit of drawing pages in a browser, with its unit in its name and its reason beside it. */

/** Starting the browser, in milliseconds: two seconds on a quiet machine, several times that on a busy one. */
export const BROWSER_START_TIMEOUT_MILLISECONDS = 30_000;

/** One answer of the browser, in milliseconds: what takes longer hangs in a script of the page. */
export const BROWSER_ANSWER_TIMEOUT_MILLISECONDS = 10_000;

/** Drawing one page as a whole, in milliseconds: pages built by scripts show their text within five seconds, slow ones within ten. */
export const MAX_RENDER_MILLISECONDS = 15_000;

/** A page is taken for drawn when no request was under way for so long, in milliseconds: a script asks for its data within that time after it ran. */
export const QUIET_MILLISECONDS = 500;

/** How often it is looked whether a page is quiet, in milliseconds. */
export const QUIET_CHECK_MILLISECONDS = 100;

/** Requests of one page: applications in pieces ask for some dozens of scripts and as many answers of their interface. */
export const MAX_REQUESTS_PER_RENDER = 100;

/** Bytes of all requests of one page, unpacked: large applications bring about 10 MB of scripts. */
export const MAX_BYTES_PER_RENDER = 25_000_000;

/** Bytes of one answer to a page's request, unpacked. */
export const MAX_BYTES_PER_SUBREQUEST = 10_000_000;

/** Times that a page's scripts may lead the page elsewhere on its own site. */
export const MAX_SCRIPT_NAVIGATIONS = 2;

/** Pages drawn at once: each takes a process of its own and about 100 MB. */
export const MAX_CONCURRENT_RENDERS = 2;

/** Heap of the scripts of one page, in MB: a fifth of what the browser would allow, several times what pages of companies need. */
export const MAX_SCRIPT_HEAP_MEGABYTES = 512;

/** Bytes of one message of the browser, which is at most a drawn page written out as JSON: beyond that the browser is ended. */
export const MAX_MESSAGE_BYTES = 64_000_000;

/** Characters of a drawn page that are taken over: as many as of one that came over the wire. */
export const MAX_DRAWN_CHARACTERS = 5_000_000;

/** Tries to remove the browser's folder, 100 ms apart: its processes write until they are gone. */
export const PROFILE_REMOVAL_TRIES = 20;

/** Bytes of scripts and style sheets that are kept in a reading for its other pages: those of one large application. */
export const MAX_SHARED_BYTES = 30_000_000;
