import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentPurpose, DocumentReference } from '../../contracts/index.ts';
import { MAX_DOCUMENT_BYTES, RejectedInputError, UnreadableDocumentError } from '../../contracts/index.ts';
import { LOCAL_OWNER } from '../../handlers/http/owner.ts';
import type { ArtifactContent, ArtifactStore } from '../../services/artifacts/artifact-store.ts';
import type { BriefOptions } from './brief-options.ts';
import { callerPath } from './caller-path.ts';

/** A document as the person named it. */
interface NamedDocument {
  readonly purpose: DocumentPurpose;
  /** A path, or `-` for standard input. */
  readonly name: string;
}

/** Content of a document and what to call it. */
interface OpenedDocument {
  readonly file_name: string;
  readonly content: ArtifactContent;
}

/** Whether a value of `--job` is a page. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value);
}

/**
 * Takes the documents of a command line into the artifact store. Throws `RejectedInputError` for a file that is not there or standard input that is
 * empty, `UnreadableDocumentError` for one that is too large.
 */
export async function takeInDocuments(
  artifacts: ArtifactStore,
  options: BriefOptions,
  stdin: NodeJS.ReadableStream,
): Promise<DocumentReference[]> {
  return Promise.all(named(options).map((document) => takeIn(artifacts, document, stdin)));
}

function named({ resume, job, document }: BriefOptions): NamedDocument[] {
  return [
    ...(resume === undefined ? [] : [{ purpose: 'resume' as const, name: resume }]),
    ...(job === undefined || isWebAddress(job) ? [] : [{ purpose: 'job_description' as const, name: job }]),
    ...document.map((name) => ({ purpose: 'other' as const, name })),
  ];
}

async function takeIn(
  artifacts: ArtifactStore,
  { purpose, name }: NamedDocument,
  stdin: NodeJS.ReadableStream,
): Promise<DocumentReference> {
  const { file_name, content } = name === '-' ? await loadStdin(stdin) : await openFile(callerPath(name));
  const document_id = content.sha256.slice(0, 32);
  const key = `uploads/${LOCAL_OWNER}/${document_id}`;
  return {
    document_id,
    purpose,
    file_name,
    ...(await artifacts.putStreamOnce(key, content, 'application/octet-stream')),
  };
}

/** A file is read twice, to find out its checksum and to take it in, and is never held: a dozen annual reports would be half a gigabyte. */
async function openFile(path: string): Promise<OpenedDocument> {
  const file_name = basename(path);
  try {
    const { size: bytes } = await stat(path);
    assertSize(file_name, bytes);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return { file_name, content: { bytes, sha256: hash.digest('hex'), open: () => createReadStream(path) } };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw error;
    throw new RejectedInputError(`The file ${path} cannot be opened: ${whyNotOpened(error)}.`, {
      cause: error,
      remedy: 'Check the path; it is taken from the folder you are in.',
    });
  }
}

/** What the system says about common mistakes, in plain words; else its own. */
function whyNotOpened(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'you may not read it';
  return message;
}

async function loadStdin(stdin: NodeJS.ReadableStream): Promise<OpenedDocument> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    assertSize('standard input', size);
    chunks.push(bytes);
  }
  if (size === 0) {
    throw new RejectedInputError('Nothing came from standard input.', {
      remedy: 'Pipe the job description in, or give its file with --job FILE.',
    });
  }
  const sha256 = chunks.reduce((hash, chunk) => hash.update(chunk), createHash('sha256')).digest('hex');
  const open = async function* () {
    yield* chunks;
  };
  return { file_name: 'standard-input.txt', content: { bytes: size, sha256, open } };
}

function assertSize(file_name: string, bytes: number): void {
  if (bytes <= MAX_DOCUMENT_BYTES) return;
  const megabytes = (bytes / 1_048_576).toFixed(0);
  throw new UnreadableDocumentError(
    `${file_name} has ${megabytes} MB; documents of up to ${MAX_DOCUMENT_BYTES / 1_048_576} MB are read.`,
    { remedy: 'Give only the pages that matter, or save it without its images.' },
  );
}
