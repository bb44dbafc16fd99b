import { createHash } from 'node:crypto';
import type { DocumentReference, GivenDocument, StartPipelineBody } from '../contracts/index.ts';
import { BriefRequest, isJobAddress, RejectedInputError } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import { documentIdOf, uploadKey } from './document-keys.ts';
import { HttpProblem } from './http/http-problem.ts';

/** What takes in the documents of a request. */
type TakingServices = Pick<ApiServices, 'uploads' | 'artifacts'>;

/** What the person is shown instead of a file name when the job description came as text. */
const INLINE_FILE_NAME = 'job-description.txt';

/**
 * The request that a body asks for: documents are looked up among the owner's own uploads and pinned as they are now, an inline job description becomes
 * a document. Throws an {@link HttpProblem} 400 that names every document that is not there or is not what it was said to be.
 */
export async function briefRequestOf(
  services: TakingServices,
  owner: string,
  { job_description, documents: given, ...rest }: StartPipelineBody,
): Promise<BriefRequest> {
  const documents = await pinned(services, owner, given);
  if (job_description === undefined) return BriefRequest.parse({ ...rest, documents });
  if (isJobAddress(job_description)) return BriefRequest.parse({ ...rest, documents, job_url: job_description });
  const inline = await takeInText(services, owner, job_description);
  return BriefRequest.parse({ ...rest, documents: [...documents, inline] });
}

async function pinned(
  services: TakingServices,
  owner: string,
  given: readonly GivenDocument[],
): Promise<DocumentReference[]> {
  const found = await Promise.all(given.map((document) => pin(services, owner, document)));
  const errors = found.flatMap((document, index) =>
    typeof document === 'string' ? [{ field: `documents.${index}.document_id`, message: document }] : [],
  );
  if (errors.length === 0) return found.filter((document) => typeof document !== 'string');
  throw new HttpProblem('invalid-body', {
    detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; '),
    remedy: 'Ask POST /documents for an upload, send the file, and start the run with the document that it named.',
    errors,
  });
}

/** The reference to a document as it lies there now, or what is wrong with it. */
async function pin(
  { uploads }: TakingServices,
  owner: string,
  { document_id, purpose, file_name }: GivenDocument,
): Promise<DocumentReference | string> {
  try {
    const { key, sha256, bytes, version_id, content_type } = await uploads.verify(uploadKey(owner, document_id));
    // The id is made of the hash: bytes that came there in any other way than by their form are not taken.
    if (documentIdOf(sha256) !== document_id) return 'is not the document that was announced';
    return { document_id, purpose, file_name, key, sha256, bytes, version_id, media_type: content_type };
  } catch (error) {
    if (error instanceof RejectedInputError) return error.message;
    throw error;
  }
}

async function takeInText({ artifacts }: TakingServices, owner: string, text: string): Promise<DocumentReference> {
  const document_id = documentIdOf(createHash('sha256').update(text).digest('hex'));
  const media_type = 'text/plain; charset=utf-8';
  const pointer = await artifacts.putOnce(uploadKey(owner, document_id), text, media_type);
  return { document_id, purpose: 'job_description', file_name: INLINE_FILE_NAME, media_type, ...pointer };
}
