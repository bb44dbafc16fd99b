/** RFC 3339 with a capital T and Z, as the language demands. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of a timestamp of the language, or undefined when the text is none. */
export function timestampMs(text: unknown): number | undefined {
  if (typeof text !== 'string' || !TIMESTAMP.test(text)) {
    return undefined;
  }
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
