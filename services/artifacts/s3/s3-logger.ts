import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** What the SDK says when it cannot send a stream again: the store opens it anew and does it itself. */
const CANNOT_SEND_AGAIN = 'An error was encountered in a non-retryable streaming request.';

const nothing = () => undefined;

/** Passes on the warnings of the SDK, but for one that is no news; it logs no requests and no errors, which are thrown. */
export const S3_LOGGER: NonNullable<S3ClientConfig['logger']> = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  error: nothing,
  warn: (...words: unknown[]) => {
    if (words[0] !== CANNOT_SEND_AGAIN) console.warn(...words);
  },
};
