import { z } from 'zod';
import { DocumentId } from './ids.ts';
import { MAX_DOCUMENT_BYTES } from './limits.ts';

/** What a document is to the brief: the candidate's resume, the job's description, or anything else about the company. */
export const DocumentPurpose = z.enum(['resume', 'job_description', 'other']);

/** What a document is to the brief. */
export type DocumentPurpose = z.infer<typeof DocumentPurpose>;

/** A document that lies in the artifact store and is to be read in a run. `file_name` is what the person called it, without folders. */
export const DocumentReference = z.object({
  document_id: DocumentId,
  purpose: DocumentPurpose,
  file_name: z.string().min(1).max(255),
  key: z.string().min(1).max(1_024),
  version_id: z.string().max(1_024).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'),
  bytes: z.number().int().nonnegative().max(MAX_DOCUMENT_BYTES),
  media_type: z.string().max(255).optional(),
});

/** A reference to a document in the artifact store. */
export type DocumentReference = z.infer<typeof DocumentReference>;
