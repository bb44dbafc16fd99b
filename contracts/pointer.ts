import { z } from 'zod';

/** Where content lies in the artifact store: the key, the SHA-256 of the bytes in lower-case hex, and their number. The bucket comes from the environment. */
export const ArtifactPointer = z.object({
  key: z.string().min(1).max(1_024),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'),
  bytes: z.number().int().nonnegative(),
});

/** A pointer to an artifact. */
export type ArtifactPointer = z.infer<typeof ArtifactPointer>;
