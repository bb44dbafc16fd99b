import { readFile } from 'node:fs/promises';
import { decodeText } from '../decode-text.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import { chooseTitle } from '../title.ts';
import { unreadable } from '../unreadable.ts';
import type { ParseMessage } from './messages.ts';

/** Parses a document in the format it was found to have. Parsers are loaded when first needed: each run has few formats. */
export async function parse(message: ParseMessage): Promise<ParsedDocument> {
  switch (message.format) {
    case 'pdf': {
      const { readPdf } = await import('../pdf/read-pdf.ts');
      return readPdf(await bytesOf(message), message);
    }
    case 'docx': {
      const { readDocx } = await import('../docx/read-docx.ts');
      return readDocx(await bytesOf(message), message);
    }
    case 'mime': {
      const { readMime } = await import('../mime/read-mime.ts');
      return readMime(await bytesOf(message), message.file_name);
    }
    case 'markdown': {
      const { readMarkdown } = await import('../markdown/read-markdown.ts');
      const { title, blocks } = readMarkdown(decodeText(await bytesOf(message)) ?? '');
      if (blocks.length === 0) throw unreadable(message.file_name, 'without_text');
      return { format: 'markdown', title: chooseTitle(title, blocks, message.file_name), blocks, warnings: [] };
    }
  }
}

/** pdf.js takes no `Buffer`. */
async function bytesOf({ content }: ParseMessage): Promise<Uint8Array> {
  if (typeof content !== 'string') return content;
  const { buffer, byteOffset, byteLength } = await readFile(content);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
