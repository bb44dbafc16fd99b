import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { zipSync } from 'fflate';
import { Block, UnreadableDocumentError } from '../../contracts/index.ts';
import type { DocumentContent, DocumentReader } from '../../services/documents/document-reader.ts';
import { normalizeText } from '../../services/text/normalize.ts';

/** The same two sentences in every format. */
const FIRST = 'Lanterns need oil, and oil needs somebody who carries it.';
const SECOND = 'We carried 41,000 liters in 2025.';

async function pdfBytes(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([600, 400]);
  page.drawText(FIRST, { x: 50, y: 340, size: 12 });
  page.drawText(SECOND, { x: 50, y: 280, size: 12 });
  return pdf.save();
}

async function docxBytes(): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: 'Oil', heading: HeadingLevel.HEADING_1 }),
    new Paragraph(FIRST),
    new Paragraph(SECOND),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every document reader must do, whatever it reads with. `makeReader` is called once a test. */
export function documentReaderConformance(name: string, makeReader: () => DocumentReader): void {
  const read = (file_name: string, bytes: Uint8Array): Promise<DocumentContent> =>
    makeReader().read({ file_name, bytes, deadline: new Date(Date.now() + 30_000) });

  describe(`${name} is a document reader`, () => {
    it.each([
      ['a PDF', 'oil.pdf', pdfBytes, 'pdf'],
      ['a DOCX', 'oil.docx', docxBytes, 'docx'],
      [
        'HTML',
        'oil.html',
        async () => encode(`<!doctype html><title>Oil</title><main><h1>Oil</h1><p>${FIRST}</p><p>${SECOND}</p></main>`),
        'html',
      ],
      ['Markdown', 'oil.md', async () => encode(`# Oil\n\n${FIRST}\n\n${SECOND}\n`), 'markdown'],
      ['plain text', 'oil.txt', async () => encode(`${FIRST}\n\n${SECOND}\n`), 'text'],
    ] as const)('reads %s in order, as normalized blocks', async (_name, file_name, make, format) => {
      // Act
      const content = await read(file_name, await make());

      // Assess
      const texts = content.blocks.map(({ text }) => text);
      expect(content.format).toBe(format);
      expect(texts.join(' ')).toContain(FIRST);
      expect(texts.join(' ').indexOf(SECOND)).toBeGreaterThan(texts.join(' ').indexOf(FIRST));
      for (const block of content.blocks) expect(Block.parse(block).text).toBe(normalizeText(block.text));
    });

    it('goes by the bytes, not by the name', async () => {
      // Act
      const content = await read('oil.txt', await pdfBytes());

      // Assess
      expect(content.format).toBe('pdf');
    });

    it.each([
      ['nothing', 'empty.pdf', new Uint8Array()],
      ['an archive under another name', 'resume.pdf', zipSync({ 'a.bin': new Uint8Array(9) })],
      ['a PDF that is damaged', 'broken.pdf', encode('%PDF-1.7\nnothing that a PDF has')],
    ])('says what is wrong with %s, names the file and what to do', async (_name, file_name, bytes) => {
      // Act
      const refused = read(file_name, bytes);

      // Assess
      await expect(refused).rejects.toBeInstanceOf(UnreadableDocumentError);
      await expect(refused).rejects.toMatchObject({
        message: expect.stringContaining(file_name),
        remedy: expect.stringMatching(/[a-z]/),
      });
    });
  });
}
