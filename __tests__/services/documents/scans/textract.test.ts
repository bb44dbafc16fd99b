import { randomBytes } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from '@jest/globals';
import { BROKEN, DENIED, THROTTLED } from '../../../support/aws-protocol/mishap.ts';
import { rawPdf, textLines } from '../raw-pdf.ts';
import { outline, readDocument } from '../read-document.ts';
import { textractOnLoopback } from './textract-on-loopback.ts';

/** A page that is a picture from edge to edge. */
const SCAN = 'q 595 0 0 842 0 0 cm /Scan Do Q\n';

const TEXT = textLines(['Alex Morgan has built warehouse robots since 2014, in Berlin and in Oslo.']);

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
/** A TIFF file of one directory without entries, and of two, the second behind the first. */
const TIFF = Buffer.from('49492a0008000000000000000000', 'hex');
const TIFF_OF_TWO = Buffer.from('49492a000800000000000e000000000000000000', 'hex');

const LETTER = [
  { text: 'REFERENCE', top: 0.05, height: 0.03, width: 0.3 },
  { text: 'Jane Doe led the robotics team in Berlin for seven years and built', top: 0.12 },
  { text: 'its first assembly line.', top: 0.14, width: 0.3 },
];

describe('text recognition by Textract', () => {
  test('reads a scanned PDF page by page, each as a PDF of its own, in the order of the pages', async () => {
    // Prepare
    await using loopback = await textractOnLoopback((bytes) => [
      {
        text: `The picture of ${bytes.includes('/Rotate 90') ? 'a turned page' : 'an upright page'} says this.`,
        top: 0.1,
      },
    ]);
    // Act
    const document = await readDocument(
      rawPdf([SCAN, { content: SCAN, entries: '/Rotate 90' }, SCAN]),
      'scan.pdf',
      loopback.reader,
    );
    // Assess
    expect(document.blocks.map(({ text, page }) => [page, text])).toEqual([
      [1, 'The picture of an upright page says this.'],
      [2, 'The picture of a turned page says this.'],
      [3, 'The picture of an upright page says this.'],
    ]);
    expect(document).toMatchObject({ format: 'pdf', pages: 3, ocr_pages: 3 });
    expect(document.warnings).toEqual(['Read from pictures by text recognition (textract, 99 % sure): pages 1–3.']);
  });

  test('reads a scan of 100 pages, each once', async () => {
    // Prepare
    await using loopback = await textractOnLoopback((_, before) => [
      { text: `Line ${before} of a long scan.`, top: 0.1 },
    ]);
    // Act
    const document = await readDocument(rawPdf(Array.from({ length: 100 }, () => SCAN)), 'scan.pdf', loopback.reader);
    // Assess
    expect(document).toMatchObject({ pages: 100, ocr_pages: 100 });
    expect(document.blocks.map(({ page }) => page)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(loopback.server.requests).toHaveLength(100);
  });

  test('asks only for pages without text, and puts what it read between the others', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    // Act
    const document = await readDocument(rawPdf([TEXT, SCAN, TEXT]), 'mixed.pdf', loopback.reader);
    // Assess
    expect(outline(document)).toEqual([
      'paragraph: Alex Morgan has built warehouse robots since 2014, in Berlin and in Oslo.',
      'heading: REFERENCE',
      'paragraph: Jane Doe led the robotics team in Berlin for seven years and built its first assembly line.',
      'paragraph: Alex Morgan has built warehouse robots since 2014, in Berlin and in Oslo.',
    ]);
    expect(loopback.server.requests).toHaveLength(1);
  });

  test('asks nothing for a PDF with text', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    // Act
    const document = await readDocument(rawPdf([TEXT]), 'text.pdf', loopback.reader);
    // Assess
    expect(document).not.toHaveProperty('ocr_pages');
    expect(loopback.server.requests).toEqual([]);
  });

  test('takes a stamp on a picture for part of the picture', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    // Act
    const document = await readDocument(rawPdf([`${SCAN}${textLines(['Page 1'])}`]), 'stamp.pdf', loopback.reader);
    // Assess
    expect(outline(document)[0]).toBe('heading: REFERENCE');
    expect(outline(document).join()).not.toContain('Page 1');
  });

  test('reads two columns one after the other', async () => {
    // Prepare
    const column = (left: number, words: readonly string[]) =>
      words.map((text, line) => ({ text, left, width: 0.35, top: 0.1 + 0.025 * line }));
    const left = [
      'For seven years robots were built here and',
      'sold to large warehouses all over the north',
      'and to a few of the smaller ones that lie in',
      'the south, where the winters are not as long.',
    ];
    const right = [
      'The second half of the page is about skills',
      'that people pick up when they build machines',
      'which run at night and are looked after by a',
      'small team that also writes all the software.',
    ];
    const [first, second] = [column(0.08, left), column(0.55, right)];
    await using loopback = await textractOnLoopback(() =>
      first.flatMap((line, index) => [line, second[index] ?? line]),
    );
    // Act
    const document = await readDocument(rawPdf([SCAN]), 'resume.pdf', loopback.reader);
    // Assess
    expect(document.blocks.map(({ text }) => text).join(' ')).toBe([...left, ...right].join(' '));
  });

  test.each([
    ['PNG', PNG, 'photo.png'],
    ['JPEG', JPEG, 'photo.jpg'],
    ['TIFF', TIFF, 'fax.tif'],
  ])('reads an image: %s', async (_, bytes, file_name) => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    // Act
    const document = await readDocument(bytes, file_name, loopback.reader);
    // Assess
    expect(document).toMatchObject({ format: 'image', title: 'REFERENCE', pages: 1, ocr_pages: 1 });
    expect(outline(document)).toHaveLength(2);
  });

  test('gives the pages of a TIFF file one by one, each as a file of one page', async () => {
    // Prepare
    await using loopback = await textractOnLoopback((bytes) => [
      { text: `The first directory lies at ${bytes.readUInt32LE(4)}.`, top: 0.1 },
    ]);
    // Act
    const document = await readDocument(TIFF_OF_TWO, 'fax.tif', loopback.reader);
    // Assess
    expect(document).toMatchObject({ format: 'image', pages: 2, ocr_pages: 2 });
    expect(document.blocks.map(({ page, text }) => [page, text])).toEqual([
      [1, 'The first directory lies at 8.'],
      [2, 'The first directory lies at 14.'],
    ]);
  });

  test('keeps to the rate that it is given', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER, undefined, 20);
    const began = performance.now();
    // Act
    await readDocument(rawPdf([SCAN, SCAN, SCAN, SCAN, SCAN]), 'scan.pdf', loopback.reader);
    // Assess: five pages are 50 ms apart.
    expect(performance.now() - began).toBeGreaterThanOrEqual(190);
  });

  test('tells how sure it is, and on which pages it is not', async () => {
    // Prepare
    await using loopback = await textractOnLoopback((_, before) => [
      { text: 'Words on a page that was scanned.', top: 0.1, confidence: before === 0 ? 60 : 100 },
    ]);
    // Act
    const { warnings } = await readDocument(PNG, 'photo.png', loopback.reader);
    // Assess
    expect(warnings).toEqual([
      'Read from pictures by text recognition (textract, 60 % sure): page 1.',
      'Text recognition was unsure; compare with the document: page 1.',
    ]);
  });
});

describe('text recognition by Textract refuses', () => {
  test.each([
    ['a scan of 101 pages', rawPdf(Array.from({ length: 101 }, () => SCAN)), /101 pages; up to 100 are taken/],
    ['an image of more than 10 MB', Buffer.concat([PNG, Buffer.alloc(10_485_761)]), /larger than the 10 MB/],
    ['a GIF image', Buffer.from('GIF89a'), /image, and text in images is not read/],
  ])('%s, and names the limit', async (_, bytes, message) => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    // Act
    const reading = readDocument(bytes, 'scan', loopback.reader);
    // Assess
    await expect(reading).rejects.toMatchObject({
      name: 'UnreadableDocumentError',
      message: expect.stringMatching(message),
    });
    expect(loopback.server.requests).toEqual([]);
  });

  test('only the pictures of a document with text, and names the limit beside it', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    const pages = [TEXT, ...Array.from({ length: 101 }, () => SCAN)];
    // Act
    const { blocks, warnings } = await readDocument(rawPdf(pages), 'report.pdf', loopback.reader);
    // Assess
    expect(blocks).toHaveLength(1);
    expect(warnings).toEqual(['Pages that are pictures and were not read: 101 pages; up to 100 are taken.']);
  });

  test('pages for which the time is over', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    // Act
    const reading = loopback.reader.read({ file_name: 'photo.png', bytes: PNG, deadline: new Date(Date.now() - 1) });
    // Assess
    await expect(reading).rejects.toThrow(/page 1: the time was over/);
  });

  test('a scanned page of more than 10 MB', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    const pdf = await PDFDocument.load(rawPdf([SCAN]));
    const [page] = pdf.getPages();
    page?.node.set(pdf.context.obj('Note') as never, pdf.context.register(pdf.context.stream(randomBytes(11_000_000))));
    // Act
    const reading = readDocument(await pdf.save(), 'scan.pdf', loopback.reader);
    // Assess
    await expect(reading).rejects.toThrow(/page 1, larger than the 10 MB that are taken/);
  });

  test('a page that the service does not take, with its reason', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    loopback.server.mishap('DetectDocumentText', { kind: 'error', status: 400, type: 'BadDocumentException' });
    // Act
    const reading = readDocument(PNG, 'photo.png', loopback.reader);
    // Assess
    await expect(reading).rejects.toMatchObject({
      name: 'UnreadableDocumentError',
      message: expect.stringContaining('BadDocumentException'),
    });
  });

  test('one page of several: the others are read and it is named', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    loopback.server.mishap('DetectDocumentText', { kind: 'error', status: 400, type: 'UnsupportedDocumentException' });
    // Act
    const { warnings, ocr_pages } = await readDocument(rawPdf([SCAN, SCAN]), 'scan.pdf', loopback.reader);
    // Assess
    expect(ocr_pages).toBe(1);
    expect(warnings.join(' ')).toMatch(
      /Pages that are pictures and were not read: page [12]: .*UnsupportedDocumentException/,
    );
  });

  test('a picture without text', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => []);
    // Act
    const reading = readDocument(PNG, 'photo.png', loopback.reader);
    // Assess
    await expect(reading).rejects.toThrow(/found no text/);
  });
});

describe('text recognition by Textract when the service fails', () => {
  test.each([
    ['throttled', THROTTLED, 'TransientUpstreamError'],
    ['too fast', { ...THROTTLED, type: 'ProvisionedThroughputExceededException' }, 'TransientUpstreamError'],
    ['broken', { ...BROKEN, type: 'InternalServerError' }, 'TransientUpstreamError'],
    ['silent', { kind: 'hang' }, 'TransientUpstreamError'],
    ['cut off', { kind: 'cut_connection' }, 'TransientUpstreamError'],
    ['half of an answer', { kind: 'truncate' }, 'TransientUpstreamError'],
    ['forbidden', DENIED, 'PermissionDeniedError'],
  ] as const)('maps a page that is %s', async (_, mishap, name) => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER, mishap.kind === 'hang' ? 3_000 : undefined);
    loopback.server.mishap('DetectDocumentText', mishap, mishap, mishap);
    // Act
    const reading = readDocument(PNG, 'photo.png', loopback.reader);
    // Assess
    await expect(reading).rejects.toMatchObject({
      name,
      message: expect.stringContaining('textract:DetectDocumentText'),
    });
  });

  test('ends with the reason of an abort', async () => {
    // Prepare
    await using loopback = await textractOnLoopback(() => LETTER);
    loopback.server.mishap('DetectDocumentText', { kind: 'hang' });
    const abort = new AbortController();
    const reason = new Error('the time is up');
    // Act
    const reading = loopback.reader.read({
      file_name: 'photo.png',
      bytes: PNG,
      deadline: new Date(Date.now() + 30_000),
      signal: abort.signal,
    });
    setTimeout(() => abort.abort(reason), 50);
    // Assess
    await expect(reading).rejects.toBe(reason);
  });
});
