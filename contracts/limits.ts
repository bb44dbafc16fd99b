/**
 * Every limit that more than one part of the pipeline keeps, with its unit in its name and its reason beside it.
 * A limit that only one service keeps stands in that service's own `limits.ts`.
 */

/** Largest payload of a state, in bytes of UTF-8: a hard quota of Step Functions (256 KiB for input and output of a task, state or execution). */
export const MAX_STATE_BYTES = 262_144;

/**
 * What we allow ourselves of {@link MAX_STATE_BYTES}: half of it. The largest request there can be has twelve addresses of 2,048 characters of at most
 * three bytes (74 KB) and ten document references of at most 2.4 KB (24 KB); pointers and counts add 2 KB.
 */
export const STATE_BUDGET_BYTES = 131_072;

/** Documents a run may bring: ten references keep the state small, and nobody prepares with more. */
export const MAX_DOCUMENTS = 10;

/** Further page addresses a caller may name beside the company's own address. */
export const MAX_ALSO_URLS = 10;

/** Longest company name, in characters: names of registered companies stay below 160. */
export const MAX_COMPANY_NAME_CHARACTERS = 200;

/** Longest role title, in characters. */
export const MAX_ROLE_CHARACTERS = 200;

/** Longest address, in characters: what browsers and servers accept in practice. */
export const MAX_URL_CHARACTERS = 2_048;

/** Pages read of a site when the caller names no number: what an interviewee needs fits in a dozen. */
export const DEFAULT_MAX_PAGES = 12;

/** Most pages a caller may ask for: politeness to the site, and the analysis stays affordable. */
export const MAX_PAGES = 50;

/** Seconds from the start of an execution after which nothing more is read, when the caller names no number. */
export const DEFAULT_DEADLINE_SECONDS = 90;

/** Shortest deadline a caller may name, in seconds: below, not even a home page and its robots.txt can be read. */
export const MIN_DEADLINE_SECONDS = 5;

/** Longest deadline a caller may name, in seconds: stays below the timeout of the reading functions. */
export const MAX_DEADLINE_SECONDS = 240;

/** Largest document, in bytes: 50 MiB; resumes and job descriptions are below 5 MB, annual reports below 40. */
export const MAX_DOCUMENT_BYTES = 52_428_800;

/** Longest inline job description, in bytes of UTF-8. */
export const MAX_INLINE_JOB_DESCRIPTION_BYTES = 65_536;

/** Longest error message that travels in the state or stands in the session row, in characters: enough for what, why and what to do. */
export const MAX_ERROR_MESSAGE_CHARACTERS = 1_000;

/**
 * Longest title, address or warning of a source that a step tells of while it reads, in characters: a page of print shows no more in a line or two, and sixty sources
 * with everything at its longest stay below 130 KB of the 400 KB that a row of the session store may take.
 */
export const MAX_REPORTED_TEXT_CHARACTERS = 400;

/** Most warnings that a step tells of one source while it reads; the brief has all of them. */
export const MAX_REPORTED_WARNINGS = 3;

/** Longest visible text kept of one source, in characters: 400,000 are about 150 pages of print; the rest is cut and reported. */
export const MAX_SOURCE_CHARACTERS = 400_000;

/** Most words of a brief before its list of sources: what one reads in the evening before, about eight minutes. */
export const MAX_BRIEF_WORDS = 1_800;

/** Most words of one quote: longer passages are cited by a span of theirs. */
export const MAX_QUOTE_WORDS = 60;

/** Most citations of one claim: more do not make it truer. */
export const MAX_CITATIONS = 6;

/** Longest text kept before and after a quote, in characters: about two lines on either side, enough to see what it belongs to. */
export const MAX_CONTEXT_CHARACTERS = 160;

/** Days after which a session row expires; an idempotency key is honored as long as the row lives, and StartExecution's own memory is 90 days. */
export const SESSION_TTL_DAYS = 100;

/**
 * Longest wait between the brief and the end of the session, in seconds: asynchronous delivery takes seconds, and the wait counts into the
 * time that the state machine allows a run.
 */
export const MAX_DELIVERY_WAIT_SECONDS = 300;

/** Longest that an execution can run, in seconds: `TimeoutSeconds` of the state machine, which a test holds it to. */
export const MAX_RUN_SECONDS = 12_600;

/**
 * State transitions that Step Functions bills for a run in which nothing fails: ten states and the start. Without documents it is the same number, because the
 * Pass state NoDocuments takes the place of ParseDocuments.
 */
export const TRANSITIONS_OF_A_RUN = 11;
