import { PipelineError, TransientUpstreamError } from '../../contracts/index.ts';
import type { DocumentContent, DocumentReader } from '../documents/document-reader.ts';
import { MAX_DOCUMENT_SECONDS } from '../documents/limits.ts';
import type { ReadPdf } from './crawl/page-draft.ts';

/** Reads the PDFs that a site links with the reader of documents. Rejects as {@link ReadPdf} says, with `TransientUpstreamError` when the run ended before. */
export function readLinkedPdfWith(documents: DocumentReader): ReadPdf {
  return async (bytes, file_name, signal) => {
    const deadline = new Date(Date.now() + MAX_DOCUMENT_SECONDS * 1_000);
    try {
      return contentOf(await documents.read({ file_name, bytes, media_type: 'application/pdf', deadline, signal }));
    } catch (error) {
      if (error instanceof PipelineError || !signal.aborted) throw error;
      throw new TransientUpstreamError(`${file_name} was not read to its end before the run ended.`, { cause: error });
    }
  };
}

function contentOf({ title, blocks, hidden, warnings, published_at }: DocumentContent): Awaited<ReturnType<ReadPdf>> {
  return {
    title,
    blocks,
    warnings,
    ...(hidden === undefined ? {} : { hidden }),
    ...(published_at === undefined ? {} : { published_at }),
  };
}
