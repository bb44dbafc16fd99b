import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import type { DocumentContent } from '../../../../services/documents/document-reader.ts';
import { createDocumentReader } from '../../../../services/documents/local-document-reader.ts';
import { createLocalOcr } from '../../../../services/documents/tesseract/local-ocr.ts';
import { rawPdf, textLines } from '../raw-pdf.ts';
import { readDocument, textOf } from '../read-document.ts';
import type { Lie } from './drawn-page.ts';
import { addScan, asShapes, drawnPage, scannedPdf, tiffOf, turnedJpeg } from './drawn-page.ts';

const HOSTILE = new URL('../../../fixtures/documents/hostile-child.mjs', import.meta.url);

/** One reader for all tests of the file, so that they share its processes. */
const reader = createDocumentReader({ ocr: createLocalOcr() });

/** Reading takes a second or two, on a busy machine several times that. */
const TIMEOUT_MS = 60_000;

const LETTER = [
  'ALEX MORGAN',
  'Robotics Engineer at Acme Robotics from 2014 to 2021',
  'led the warehouse team in Berlin and built its first assembly',
  'line with Python, Kubernetes and a good deal of patience.',
];

const LETTER_TEXT =
  'Robotics Engineer at Acme Robotics from 2014 to 2021 led the warehouse team in Berlin and built its first assembly line with Python, Kubernetes and a good deal of patience.';

function read(bytes: Uint8Array, file_name: string): Promise<DocumentContent> {
  return reader.read({ file_name, bytes, deadline: new Date(Date.now() + TIMEOUT_MS) });
}

function flat(document: DocumentContent): string {
  return textOf(document).replaceAll('\n', ' ');
}

describe('text recognition on this machine', () => {
  it('reads a page that is a picture, says so, and says how surely', async () => {
    // Act
    const document = await read(await scannedPdf(drawnPage([LETTER])), 'resume.pdf');

    // Assess
    expect(flat(document)).toBe(`ALEX MORGAN ${LETTER_TEXT}`);
    expect(document).toMatchObject({ format: 'pdf', pages: 1, ocr_pages: 1, title: 'ALEX MORGAN' });
    expect(document.warnings).toEqual([
      expect.stringMatching(/^Read from pictures by text recognition \(local, 9\d % sure\): page 1\.$/),
    ]);
  });

  it('reads a scanned page between pages of text, in order, and leaves those as they are', async () => {
    // Prepare
    const pdf = await PDFDocument.load(rawPdf([textLines(['Alex Morgan has built warehouse robots since 2014.'])]));
    await addScan(pdf, drawnPage([['A reference from Jane Doe of Acme Robotics']]));
    const [last] = await pdf.copyPages(
      await PDFDocument.load(rawPdf([textLines(['The last page of this file has text again.'])])),
      [0],
    );
    if (last !== undefined) pdf.addPage(last);

    // Act
    const document = await read(await pdf.save(), 'mixed.pdf');

    // Assess
    expect(document.blocks.map(({ page, text }) => [page, text])).toEqual([
      [1, 'Alex Morgan has built warehouse robots since 2014.'],
      [2, 'A reference from Jane Doe of Acme Robotics'],
      [3, 'The last page of this file has text again.'],
    ]);
    expect(document.ocr_pages).toBe(1);
  });

  it.each<[string, Lie]>([
    ['on its side', { turns: 1 }],
    ['on its head', { turns: 2 }],
    ['on its other side and askew', { turns: 3, skew: 2 }],
    ['far askew', { skew: -9 }],
  ])('reads a page that lies %s', async (_name, lie) => {
    // Act
    const document = await read(await scannedPdf(drawnPage([LETTER], lie)), 'scan.pdf');

    // Assess
    expect(flat(document)).toBe(`ALEX MORGAN ${LETTER_TEXT}`);
  });

  it('reads two columns one after the other', async () => {
    // Prepare
    const left = [
      'For seven years robots were built',
      'here and sold to large warehouses',
      'all over the north of the country',
    ];
    const right = [
      'The other half of the page names',
      'skills that people pick up when',
      'they build machines for a living',
    ];

    // Act
    const document = await read(await scannedPdf(drawnPage([left, right])), 'columns.pdf');

    // Assess
    expect(flat(document)).toBe([...left, ...right].join(' '));
  });

  it.each<[string, () => Uint8Array]>([
    ['PNG', () => drawnPage([LETTER]).toBuffer('image/png')],
    ['PNG of a screen', () => drawnPage([LETTER], { width: 620 }).toBuffer('image/png')],
    ['JPEG', () => drawnPage([LETTER]).toBuffer('image/jpeg', 80)],
    ['JPEG that a phone held upright has noted to be turned', () => turnedJpeg(drawnPage([LETTER], { turns: 3 }), 6)],
  ])('reads a picture: %s', async (_name, picture) => {
    // Act
    const document = await read(new Uint8Array(picture()), 'picture');

    // Assess
    expect(flat(document)).toBe(`ALEX MORGAN ${LETTER_TEXT}`);
    expect(document).toMatchObject({ format: 'image', pages: 1, ocr_pages: 1 });
  });

  it('reads every page of a TIFF file', async () => {
    // Act
    const pages = [drawnPage([['This is the first page of a fax']]), drawnPage([['This is the second page of a fax']])];
    const document = await read(tiffOf(...pages), 'fax.tif');

    // Assess
    expect(document.blocks.map(({ page, text }) => [page, text])).toEqual([
      [1, 'This is the first page of a fax'],
      [2, 'This is the second page of a fax'],
    ]);
  });

  it('reads letters that are drawn as shapes, and letters of which the file does not say what they are', async () => {
    // Prepare
    const shapes = asShapes(drawnPage([['Letters without any text behind them']], { width: 900 }));
    const sentence = 'The letters of this line are known to nobody but the eye of whoever reads it';
    const codes = Object.fromEntries(
      [...new Set(sentence)].map((letter, index) => [letter, String.fromCharCode(0xe000 + index)]),
    );

    // Act
    const document = await read(rawPdf([shapes, textLines([sentence], { font: 'Coded' })], { codes }), 'export.pdf');

    // Assess
    expect(document.blocks.map(({ page, text }) => [page, text])).toEqual([
      [1, 'Letters without any text behind them'],
      [2, sentence],
    ]);
  });

  it('warns that accents may be wrong in a language whose letters it does not know', async () => {
    // Prepare
    const german = [
      'Wir suchen eine erfahrene Entwicklerin für unsere Plattform, die',
      'täglich von mehreren tausend Kundinnen und Kunden genutzt wird.',
      'Sie arbeiten eng mit den Kolleginnen aus dem Vertrieb zusammen',
      'und verantworten die Schnittstellen zu unseren Lieferanten.',
    ];

    // Act
    const { warnings } = await read(drawnPage([german]).toBuffer('image/png'), 'stelle.png');

    // Assess
    expect(warnings.join(' ')).toContain('It is in German, and text recognition knows the letters of English');
  });
});

describe('text recognition on this machine refuses', () => {
  /** A PNG file of a size that its header states, with nothing behind it. */
  const png = (side: number): Buffer => {
    const header = Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000806000000', 'hex');
    header.writeUInt32BE(side, 16);
    header.writeUInt32BE(side, 20);
    return header;
  };

  it.each<[string, Uint8Array, RegExp]>([
    ['a picture of 900 million pixels, undecoded', png(30_000), /30000 × 30000 pixels; up to 40 million are taken/],
    ['a picture of which only the header is there', png(1_000), /damaged or of a form that is not read/],
    ['a picture whose header is cut off', png(0).subarray(0, 20), /does not say how large it is/],
    ['an empty page', drawnPage([], { width: 300 }).toBuffer('image/png'), /found no text/],
  ])('%s', async (_name, bytes, message) => {
    // Act and assess
    await expect(read(new Uint8Array(bytes), 'scan.png')).rejects.toMatchObject({
      name: 'UnreadableDocumentError',
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['crash.pdf', /made the program that recognizes text fail/],
    ['hoard.pdf', /needs too much memory/],
  ])('a picture that takes the process over (%s), which is then replaced', async (deed, message) => {
    // Prepare
    const hostile = createDocumentReader({ ocr: createLocalOcr({ entry: HOSTILE }) });

    // Act and assess
    await expect(readDocument(Buffer.concat([png(9), Buffer.from(deed)]), 'scan.png', hostile)).rejects.toThrow(
      message,
    );
  });

  it('a picture that hangs, at the deadline, and says which page it was', async () => {
    // Prepare
    const hostile = createDocumentReader({ ocr: createLocalOcr({ entry: HOSTILE }) });
    const bytes = new Uint8Array(Buffer.concat([png(9), Buffer.from('hang.pdf')]));

    // Act and assess
    await expect(
      hostile.read({ file_name: 'scan.png', bytes, deadline: new Date(Date.now() + 1_000) }),
    ).rejects.toThrow(/took too long to be read \(page 1: the time was over\)/);
  });

  it('every page where it cannot be started, and says that it is the installation’s fault', async () => {
    // Prepare
    const missing = createDocumentReader({
      ocr: createLocalOcr({ entry: new URL('./missing-child.ts', import.meta.url) }),
    });

    // Act and assess
    await expect(readDocument(png(9), 'scan.png', missing)).rejects.toMatchObject({
      name: 'UnreadableDocumentError',
      message: expect.stringMatching(/page 1: text recognition could not be started; install the program anew/),
    });
  });
});
