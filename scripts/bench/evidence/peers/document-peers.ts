import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { DocumentText } from '../document-text.ts';
import { pdfJsText } from './pdfjs-text.ts';

/** A program or library that reads one kind of document, used as its own documentation shows first. */
export interface DocumentPeer {
  readonly name: string;
  readonly kind: 'pdf' | 'docx';
  readonly read: (file: string) => Promise<DocumentText>;
}

/** The peers that can be run here: pdftotext only where it is installed. */
export function documentPeers(): DocumentPeer[] {
  const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined;
  return [
    { name: 'pdf.js raw', kind: 'pdf', read: orError((file) => pdfJsText(new Uint8Array(readFileSync(file)))) },
    ...(hasPdfToText ? [{ name: 'pdftotext', kind: 'pdf' as const, read: orError(pdfToText) }] : []),
    {
      name: 'mammoth raw',
      kind: 'docx',
      read: orError(async (path) => (await mammoth.extractRawText({ path })).value),
    },
  ];
}

/** A peer that gives up on a file has read nothing of it, which its figures then show. */
function orError(read: (file: string) => Promise<string>): DocumentPeer['read'] {
  return async (file) => {
    try {
      return { text: await read(file) };
    } catch (error) {
      return { error: error instanceof Error ? error : new Error(String(error)) };
    }
  };
}

async function pdfToText(file: string): Promise<string> {
  const { status, stdout, stderr } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`pdftotext ended with ${status}: ${stderr}`);
  return stdout;
}
