import { z } from 'zod';

/** An idempotency key: 1 to 255 visible ASCII characters. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters')
  .describe(
    'Makes the request safe to repeat: the same key and body give the same run, another body under the same key is a conflict. Yours alone; honored for 90 days.',
  );
