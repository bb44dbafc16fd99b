import type { WritingRequest } from './brief-writer.ts';

/** Whether a resume was read. */
export function hasResume(request: WritingRequest): boolean {
  return hasDocument(request, 'resume');
}

/** Whether a job description was read: a document, a page given as one, or a page about a role. */
export function hasJobDescription(request: WritingRequest): boolean {
  return (
    hasDocument(request, 'job_description') ||
    request.sources.some(
      ({ source }) => source.kind === 'page' && (source.page_kind === 'job_description' || source.page_kind === 'role'),
    )
  );
}

function hasDocument(request: WritingRequest, purpose: 'resume' | 'job_description'): boolean {
  return request.sources.some(({ source }) => source.kind === 'document' && source.purpose === purpose);
}
