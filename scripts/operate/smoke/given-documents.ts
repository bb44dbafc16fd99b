import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CreateDocumentBody } from '../../../contracts/index.ts';
import { CreateDocumentResponse, DOCUMENT_MEDIA_TYPES, RejectedInputError } from '../../../contracts/index.ts';
import type { ApiClient } from './api-client.ts';
import { parseAnswer } from './api-client.ts';

/** A document that the run is given. */
export interface SmokeDocument {
  readonly file_name: string;
  readonly purpose: CreateDocumentBody['purpose'];
  readonly media_type: CreateDocumentBody['media_type'];
  readonly bytes: Uint8Array;
}

/** Reads a file that is to be uploaded. Throws `RejectedInputError` when it cannot be read or is of a type that the API does not take. */
export async function readSmokeDocument(path: string, purpose: SmokeDocument['purpose']): Promise<SmokeDocument> {
  const ending = extname(path).slice(1).toLowerCase();
  const found = Object.entries(DOCUMENT_MEDIA_TYPES).find(([, known]) => known === ending);
  if (found === undefined)
    throw new RejectedInputError(`${path} is of no type that the API takes.`, {
      remedy: `Give a file that ends in ${Object.values(DOCUMENT_MEDIA_TYPES).join(', ')}.`,
    });
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new RejectedInputError(`${path} cannot be read (${String(cause)}).`, {
      cause,
      remedy: 'Name a file that is there.',
    });
  });
  return { file_name: basename(path), purpose, media_type: found[0] as SmokeDocument['media_type'], bytes };
}

/** Is granted an upload, sends the form as a browser would, and gives the document as `POST /pipeline` takes it. Throws declared errors. */
export async function upload(
  api: ApiClient,
  { bytes, ...facts }: SmokeDocument,
): Promise<CreateDocumentResponse['document']> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const granted = await api.send({
    method: 'POST',
    path: '/documents',
    body: { ...facts, bytes: bytes.byteLength, sha256 },
  });
  const { document, upload: form } = parseAnswer(CreateDocumentResponse, granted, 'The answer to POST /documents');
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(bytes)]));
  const sent = await fetch(form.url, { method: 'POST', body });
  if (!sent.ok)
    throw new RejectedInputError(
      `The upload of ${facts.file_name} was refused with ${sent.status}: ${(await sent.text()).slice(0, 300)}`,
    );
  return document;
}
