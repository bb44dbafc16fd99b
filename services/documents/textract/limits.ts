/** Limits of Amazon Textract (its guide "Set quotas") and of how we use it. */

/** Largest page of a synchronous call, in bytes: 10 MB. The reference of the API still says 5 MB in places; its own constraint says 10,485,760. */
export const MAX_PAGE_BYTES = 10_485_760;

/** Most pages of one document: at the lowest default quota, a page a second, they take as long as a run's reading may. */
export const MAX_PAGES = 100;

/** Pages a second when nothing else is configured: the default quota of DetectDocumentText in most Regions; 25 in us-east-1 and us-west-2, 5 in eu-west-1. */
export const DEFAULT_PAGES_PER_SECOND = 1;

/** Languages whose letters DetectDocumentText knows (its guide, "Best practices"). */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'pt'] as const;

/** Seconds that a page takes at most on most days; with the rate it tells how many are on their way. */
export const SECONDS_A_PAGE = 3;

/** Most pages on their way at once: each holds up to {@link MAX_PAGE_BYTES} and a third more as text. */
export const MAX_PAGES_AT_ONCE = 25;
