import type { z } from 'zod';
import type { DocumentReference, Gap, ReadResult, ReadSource, SourceWithPassages } from '../contracts/index.ts';
import { parseDocuments, UnreadableDocumentError } from '../contracts/index.ts';
import { withArtifactFile } from '../services/artifacts/with-artifact-file.ts';
import type { DocumentContent, DocumentInput } from '../services/documents/document-reader.ts';
import type { PaidAnswers } from '../services/paid/paid-answers.ts';
import { createPaidAnswers } from '../services/paid/stored-paid-answers.ts';
import type { StepServices } from '../services/services.ts';
import { gapReason } from '../services/sources/gap-reason.ts';
import { storeManifest } from '../services/sources/manifest-store.ts';
import { storeSource } from '../services/sources/store-source.ts';
import { storeStructure } from '../services/sources/store-structure.ts';
import { charactersOf } from './brief-usage.ts';
import type { Handler, StepContext } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { recallSources, reportedSource } from './reported-sources.ts';

/** Largest document that is held in memory, in bytes: 1 MiB; most resumes and job descriptions are smaller, and ten of them do not matter. */
const MAX_HELD_DOCUMENT_BYTES = 1_048_576;

/** What reading one document gave: the source, or why there is none. */
type Outcome = { readonly source: SourceWithPassages } | { readonly gap: Gap };

/** What a step works with, and what text recognition was asked before. */
type ReadingContext = StepContext & { readonly paid: PaidAnswers };

/** Handler of ParseDocuments: reads the documents side by side; one that cannot be read is a gap. */
export function createHandler(services: StepServices): Handler {
  const run = async (input: z.output<typeof parseDocuments.input>, context: StepContext): Promise<ReadResult> => {
    let read = 0;
    const reading = { ...context, paid: createPaidAnswers(services.artifacts, input.session_id) };
    const told: ReadSource[] = [];
    const outcomes = await Promise.all(
      input.documents.map(async (reference, index) => {
        const outcome = await readDocument(reading, reference, `D${index + 1}`, new Date(input.deadline_at));
        read += 1;
        if ('source' in outcome) told.push(reportedSource(outcome.source));
        context.progress({ documents: read }, told);
        return outcome;
      }),
    );
    const sources = outcomes.flatMap((outcome) => ('source' in outcome ? [outcome.source] : []));
    const gaps = outcomes.flatMap((outcome) => ('gap' in outcome ? [outcome.gap] : []));
    const result = await storeManifest(services.artifacts, context.prefix, { sources, gaps, requests: {} });
    const counts = { documents: sources.length, passages: result.passage_count, gaps: gaps.length };
    context.progress(counts, sources.map(reportedSource));
    await context.meter.noteRead({ documents: sources.length, characters: charactersOf(sources) });
    return result;
  };
  return defineHandler(parseDocuments, services, run, recallSources('documents'));
}

async function readDocument(
  context: ReadingContext,
  reference: DocumentReference,
  source_id: string,
  deadline: Date,
): Promise<Outcome> {
  try {
    return { source: await readSource(context, reference, source_id, deadline) };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { gap: unreadableGap(reference, error) };
    throw error;
  }
}

async function readSource(
  { services, prefix, signal, meter, paid }: ReadingContext,
  reference: DocumentReference,
  source_id: string,
  deadline: Date,
): Promise<SourceWithPassages> {
  const { file_name, purpose, media_type } = reference;
  const order = { file_name, deadline, signal, meter, paid, ...(media_type === undefined ? {} : { media_type }) };
  const content = await readContent(services, reference, order);
  const pages = content.pages === undefined ? {} : { pages: content.pages };
  const identity = {
    source_id,
    kind: 'document' as const,
    file_name,
    purpose,
    fetched_at: services.clock.now().toISOString(),
    ...pages,
  };
  const source = await storeSource(services.artifacts, prefix, identity, content);
  return storeStructure(services.artifacts, prefix, source, services.clock.now());
}

/** A large document is laid into a file for the parser, so that it is not held here as well; ten of the largest fit into the 512 MB that a function has for files. */
async function readContent(
  { artifacts, documents }: StepServices,
  reference: DocumentReference,
  order: Omit<DocumentInput, 'bytes' | 'file'>,
): Promise<DocumentContent> {
  const { bytes, sha256 } = reference;
  if (bytes <= MAX_HELD_DOCUMENT_BYTES) return documents.read({ ...order, bytes: await artifacts.get(reference) });
  return withArtifactFile(artifacts, reference, (path) => documents.read({ ...order, file: { path, bytes, sha256 } }));
}

const PURPOSE_NAMES = { resume: 'the resume', job_description: 'the job description', other: 'a document' } as const;

function unreadableGap({ purpose, file_name }: DocumentReference, error: UnreadableDocumentError): Gap {
  return {
    sought: PURPOSE_NAMES[purpose],
    where: file_name,
    reason: gapReason(error),
    remedy: error.remedy,
    error: error.name,
  };
}
