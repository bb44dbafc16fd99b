import { z } from 'zod';

/** Something that was sought and not found, or could not be read: shown in the brief instead of silence. */
export const Gap = z.object({
  /** What was sought, as a noun phrase: "the company's website", "who leads the company". */
  sought: z.string().min(1).max(300),
  /** Where: an address, a file name, "12 pages of acme.example". */
  where: z.string().min(1).max(2_100),
  /** Why it is missing, in a sentence for the reader. */
  reason: z.string().min(1).max(1_000),
  /** What the reader can do about it, when there is something. */
  remedy: z.string().max(1_000).optional(),
  /** Name of the error because of which something could not be read that was asked for: it makes the brief degraded. */
  error: z.string().max(100).optional(),
});

/** A gap. */
export type Gap = z.infer<typeof Gap>;
