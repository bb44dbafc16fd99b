import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { DocumentReader } from '../../../../services/documents/document-reader.ts';
import type { DocumentReaderOptions } from '../../../../services/documents/local-document-reader.ts';
import { createDocumentReader } from '../../../../services/documents/local-document-reader.ts';
import { rawPdf, textLines } from '../raw-pdf.ts';
import { readDocument, textOf } from '../read-document.ts';

const HOSTILE = new URL('../../../fixtures/documents/hostile-child.mjs', import.meta.url);
const PDF = rawPdf([textLines(['Acme builds robots.'])]);

function hostileReader(options: DocumentReaderOptions = {}): DocumentReader {
  return createDocumentReader({ entry: HOSTILE, ...options });
}

describe('a parser that a document has taken over', () => {
  it.each([
    ['crashes', 'crash.pdf', /"crash\.pdf" made the program that reads it fail/],
    ['ends without an answer', 'quit.pdf', /"quit\.pdf" made the program that reads it fail/],
  ])('is replaced when it %s, and the next document is read', async (_name, file_name, message) => {
    // Prepare
    const reader = hostileReader();

    // Act and assess
    await expect(readDocument(PDF, file_name, reader)).rejects.toThrow(message);
    await expect(readDocument(PDF, 'good.pdf', reader)).resolves.toMatchObject({ format: 'pdf' });
  });

  it('is ended when it hangs, at the deadline', async () => {
    // Prepare
    const deadline = new Date(Date.now() + 1_500);

    // Act and assess
    await expect(hostileReader().read({ file_name: 'hang.pdf', bytes: PDF, deadline })).rejects.toThrow(
      /"hang\.pdf" took too long to be read/,
    );
  });

  it.each<[string, DocumentReaderOptions]>([
    ['the watch within it', { memory_guard: 'watch' }],
    ...(process.platform === 'linux'
      ? [['the operating system', { memory_guard: 'system' }] satisfies [string, DocumentReaderOptions]]
      : []),
  ])('cannot take more memory than %s allows', async (_name, options) => {
    // Act and assess
    await expect(readDocument(PDF, 'hoard.pdf', hostileReader(options))).rejects.toThrow(
      /"hoard\.pdf" needs more memory/,
    );
  });

  it('sees nothing of the environment', async () => {
    // Act
    const document = await readDocument(PDF, 'environment.pdf', hostileReader());

    // Assess
    const names = textOf(document)
      .split(' ')
      .filter(
        (name) =>
          ![
            'NODE_CHANNEL_FD',
            'NODE_CHANNEL_SERIALIZATION_MODE',
            'PWD',
            'OLDPWD',
            'SHLVL',
            '_',
            'SystemRoot',
            '',
          ].includes(name),
      );
    expect(names).toEqual([]);
  });

  it('cannot write files', async () => {
    // Act and assess
    await expect(readDocument(PDF, 'write.pdf', hostileReader())).rejects.toThrow(
      /made the program that reads it fail/,
    );
    expect(existsSync('taken-over.txt')).toBe(false);
  });
});

describe('the parsing process', () => {
  it('reads several documents side by side and one after the other', async () => {
    // Prepare
    const reader = createDocumentReader();
    const names = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf'];

    // Act
    const documents = await Promise.all(
      names.map((name) => readDocument(rawPdf([textLines([`This is ${name}.`])]), name, reader)),
    );

    // Assess
    expect(documents.map(textOf)).toEqual(names.map((name) => `This is ${name}.`));
  });

  it('reads with its own watch as with the system limit', async () => {
    // Act and assess
    expect(textOf(await readDocument(PDF, 'a.pdf', createDocumentReader({ memory_guard: 'watch' })))).toBe(
      'Acme builds robots.',
    );
  });

  it('is a fault of the installation, not of the document, when it cannot be started', async () => {
    // Prepare
    const reader = createDocumentReader({ entry: new URL('./missing-child.ts', import.meta.url) });

    // Act and assess
    await expect(readDocument(PDF, 'a.pdf', reader)).rejects.toThrow(
      /^The process that parses documents could not be started: .*missing-child/s,
    );
  });
});
