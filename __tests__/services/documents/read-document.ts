import type { DocumentContent, DocumentReader } from '../../../services/documents/document-reader.ts';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';

const shared = createDocumentReader();

/** Reads a document as a run does, with half a minute of time. */
export function readDocument(
  bytes: Uint8Array | string,
  file_name: string,
  reader: DocumentReader = shared,
): Promise<DocumentContent> {
  const input = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return reader.read({ file_name, bytes: new Uint8Array(input), deadline: new Date(Date.now() + 30_000) });
}

/** Blocks as "kind: text", which is how the tests state them. */
export function outline({ blocks }: DocumentContent): readonly string[] {
  return blocks.map(({ kind, text }) => `${kind}: ${text}`);
}

/** All visible text, a block a line. */
export function textOf({ blocks }: DocumentContent): string {
  return blocks.map(({ text }) => text).join('\n');
}
