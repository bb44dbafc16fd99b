import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { readLinkedPdfWith } from '../../../services/website/read-linked-pdf.ts';

const readPdf = readLinkedPdfWith(createDocumentReader());
const factSheet = readFileSync('local/demo/site/about/kindlewater-fact-sheet.pdf');

describe('readLinkedPdfWith', () => {
  it('gives title and text of every page', async () => {
    // Act
    const { title, blocks } = await readPdf(factSheet, 'fact-sheet.pdf', new AbortController().signal);

    // Assess
    expect(title).toBe('Kindlewater fact sheet');
    expect(blocks.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining('62 district heating utilities'), 'Kindlewater in 2027']),
    );
  });

  it('names a PDF that cannot be read', async () => {
    // Act
    const reading = readPdf(Buffer.from('%PDF-1.7 and nothing else'), 'broken.pdf', new AbortController().signal);

    // Assess
    await expect(reading).rejects.toMatchObject({
      name: 'UnreadableDocumentError',
      message: expect.stringContaining('broken.pdf'),
    });
  });

  it('says that the run ended before, when it did', async () => {
    // Act
    const reading = readPdf(factSheet, 'fact-sheet.pdf', AbortSignal.abort());

    // Assess
    await expect(reading).rejects.toMatchObject({
      name: 'TransientUpstreamError',
      message: expect.stringContaining('fact-sheet.pdf'),
    });
  });
});
