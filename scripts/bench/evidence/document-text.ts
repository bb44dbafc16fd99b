import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { UnreadableDocumentError } from '../../../contracts/index.ts';
import type { DocumentReader } from '../../../services/documents/document-reader.ts';

/** What reading a document gave: its text, or why there is none. */
export type DocumentText = { readonly text: string } | { readonly error: Error };

/** Longest time for one document, in milliseconds. */
const DEADLINE_MILLISECONDS = 60_000;

/** The text of a document as the pipeline reads it, one block a line. A document that it refuses gives the error; every other error is thrown. */
export async function readDocumentText(reader: DocumentReader, file: string): Promise<DocumentText> {
  try {
    const { blocks } = await reader.read({
      file_name: basename(file),
      bytes: new Uint8Array(readFileSync(file)),
      deadline: new Date(Date.now() + DEADLINE_MILLISECONDS),
    });
    return { text: blocks.map(({ text }) => text).join('\n') };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { error };
    throw error;
  }
}
