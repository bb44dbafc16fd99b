import { z } from 'zod';
import { DocumentReference } from '../document-reference.ts';
import { MAX_DOCUMENT_BYTES } from '../limits.ts';

/** Types of documents that are read, and what their names usually end in. */
export const DOCUMENT_MEDIA_TYPES = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
  'multipart/related': 'mhtml',
  'message/rfc822': 'eml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
} as const;

/** The type of a document that is read. */
export const DocumentMediaType = z.enum(
  Object.keys(DOCUMENT_MEDIA_TYPES) as [keyof typeof DOCUMENT_MEDIA_TYPES, ...(keyof typeof DOCUMENT_MEDIA_TYPES)[]],
);

/** The type of a document that is read. */
export type DocumentMediaType = z.infer<typeof DocumentMediaType>;

/** A document as `POST /pipeline` takes it: what `POST /documents` answered with. */
export const GivenDocument = z
  .strictObject(DocumentReference.pick({ document_id: true, purpose: true, file_name: true }).shape)
  .meta({ id: 'GivenDocument' });

/** A document as a caller of the API names it. */
export type GivenDocument = z.infer<typeof GivenDocument>;

/** Body of `POST /documents`: what is to be uploaded. */
export const CreateDocumentBody = z
  .strictObject({
    file_name: DocumentReference.shape.file_name.describe('What the person calls it, without folders.'),
    purpose: DocumentReference.shape.purpose,
    media_type: DocumentMediaType,
    bytes: z.number().int().min(1).max(MAX_DOCUMENT_BYTES).describe('Its size.'),
    sha256: DocumentReference.shape.sha256.describe(
      'SHA-256 of its bytes in lower-case hex, as sha256sum prints it: the upload is held against it.',
    ),
  })
  .meta({ id: 'NewDocument' });

/** Body of `POST /documents`. */
export type CreateDocumentBody = z.infer<typeof CreateDocumentBody>;

/** Answer to `POST /documents`, 201. */
export const CreateDocumentResponse = z
  .object({
    document: GivenDocument.describe('To be put into documents of POST /pipeline once it is uploaded.'),
    upload: z
      .object({
        url: z.url().describe('Where to send the form.'),
        fields: z
          .record(z.string(), z.string())
          .describe('Fields of a multipart/form-data form, to be sent before the field file, which holds the bytes.'),
        expires_at: z.iso.datetime().describe('Until when the upload may begin.'),
      })
      .describe('A form to be sent with POST, without further signature.'),
  })
  .meta({ id: 'Document' });

/** Answer to `POST /documents`. */
export type CreateDocumentResponse = z.infer<typeof CreateDocumentResponse>;
