import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { MAX_DOCUMENT_BYTES, UnreadableDocumentError } from '../../../contracts/index.ts';
import { assertDocumentSize, createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { rawPdf, textLines } from './raw-pdf.ts';
import { readDocument } from './read-document.ts';

async function encryptedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText('Secret salary');
  pdf.encrypt({ userPassword: 'hush', ownerPassword: 'boss' });
  return pdf.save();
}

const SCAN = 'q 595 0 0 842 0 0 cm /Scan Do Q';

describe('a document that cannot be read', () => {
  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['an empty file', 'cv.pdf', () => new Uint8Array(), /"cv\.pdf" is empty.*give it again/],
    [
      'an encrypted PDF',
      'cv.pdf',
      encryptedPdf,
      /"cv\.pdf" is a PDF that is protected with a password\. Open it with its password, print it to a new PDF/,
    ],
    [
      'a PDF that is cut off',
      'cv.pdf',
      () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'),
      /"cv\.pdf" is a PDF that is damaged: its pages could not be read \(its end is missing, as after a download that broke off\)/,
    ],
    [
      'a scan',
      'cv.pdf',
      () => rawPdf([SCAN, SCAN]),
      /"cv\.pdf" is a PDF without text: its pages are pictures.*text recognition \(OCR\)/,
    ],
    ['a PDF of empty pages', 'cv.pdf', () => rawPdf(['']), /"cv\.pdf" has no text/],
    [
      'a zip renamed to .pdf',
      'cv.pdf',
      () => zipSync({ 'a.txt': strToU8('text') }),
      /"cv\.pdf" is a zip archive and not a document, whatever its name says.*Unpack it/,
    ],
    [
      'a spreadsheet',
      'cv.xlsx',
      () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }),
      /"cv\.xlsx" is a spreadsheet or a presentation, which is not read\. Save it as a PDF/,
    ],
    [
      'an OpenDocument text',
      'cv.odt',
      () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
      /"cv\.odt" is an OpenDocument file.*Open it in LibreOffice or Word, save it as DOCX or as a PDF/,
    ],
    [
      'a document of Pages',
      'cv.pages',
      () => zipSync({ 'Index/Document.iwa': strToU8('x'), 'preview.jpg': strToU8('x') }),
      /"cv\.pages" is a document of Pages, Numbers or Keynote.*choose File, Export To, PDF or Word/,
    ],
    [
      'an electronic book',
      'cv.epub',
      () => zipSync({ mimetype: strToU8('application/epub+zip'), 'META-INF/container.xml': strToU8('<a/>') }),
      /"cv\.epub" is an electronic book \(\.epub\)/,
    ],
    [
      'a Word file from before 2007',
      'cv.doc',
      () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
      /"cv\.doc" is a Word document in the format from before 2007.*Save it as a PDF with text or as DOCX/,
    ],
    [
      'a message of Outlook',
      'job.msg',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('__substg1.0_1000001F', 'utf16le')]),
      /"job\.msg" is a message of Outlook.*save it as \.eml/,
    ],
    [
      'an encrypted Office file',
      'cv.docx',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      /"cv\.docx" is an Office document that is protected with a password/,
    ],
    ['an RTF', 'cv.txt', () => Buffer.from('{\\rtf1 Hello}'), /"cv\.txt" is a document in the Rich Text Format/],
    ['a PNG', 'cv.pdf', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /"cv\.pdf" is an image/],
    [
      'a photo of a telephone',
      'cv.heic',
      () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40, 0xf7)]),
      /"cv\.heic" is an image/,
    ],
    [
      'a program',
      'cv.txt',
      () => Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256)),
      /"cv\.txt" is of a type that is not read/,
    ],
    ['white space', 'cv.txt', () => Buffer.from(' \n\n\t'), /"cv\.txt" has no text/],
  ])('says what it is and what to do: %s', async (_name, file_name, make, message) => {
    // Prepare
    const bytes = await make();

    // Act
    const error: unknown = await readDocument(bytes, file_name).catch((thrown: unknown) => thrown);

    // Assess
    expect(error).toBeInstanceOf(UnreadableDocumentError);
    expect((error as UnreadableDocumentError).message).toMatch(message);
  });

  it('is refused by its size before it is loaded', () => {
    // Act and assess
    expect(() => assertDocumentSize(200_000_000, 'big.pdf')).toThrow(
      '"big.pdf" is too large to be read (191 MB; up to 50 MB are read)',
    );
    expect(() => assertDocumentSize(MAX_DOCUMENT_BYTES, 'fits.pdf')).not.toThrow();
  });

  it('is refused when the deadline has passed', async () => {
    // Prepare
    const reader = createDocumentReader();
    const bytes = rawPdf([textLines(['Too late'])]);

    // Act and assess
    await expect(reader.read({ file_name: 'late.pdf', bytes, deadline: new Date(0) })).rejects.toThrow(
      '"late.pdf" took too long to be read',
    );
  });

  it('is given up when the run is aborted', async () => {
    // Prepare
    const abort = new AbortController();
    const reading = createDocumentReader().read({
      file_name: 'a.pdf',
      bytes: rawPdf([textLines(['Text'])]),
      deadline: new Date(Date.now() + 30_000),
      signal: abort.signal,
    });

    // Act
    abort.abort(new Error('stopped by Ctrl-C'));

    // Assess
    await expect(reading).rejects.toThrow('stopped by Ctrl-C');
  });

  it('never is anything but content or UnreadableDocumentError, whatever the bytes', async () => {
    const starts = [
      '',
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n',
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '<!doctype html>',
      '# ',
      '{\\rtf',
      '\u00ff\u00fe',
    ].map((start) => Buffer.from(start, 'latin1'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        // Act
        const result: unknown = await readDocument(Buffer.concat([start, rest]), 'random.pdf').catch(
          (error: unknown) => error,
        );

        // Assess
        expect(
          result instanceof UnreadableDocumentError ||
            (typeof result === 'object' && result !== null && 'blocks' in result),
        ).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never is anything but content or UnreadableDocumentError when bytes of a good PDF are changed', async () => {
    const good = rawPdf([textLines(['Acme builds robots', 'since 1999.']), SCAN]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (changes) => {
          // Prepare
          const bytes = new Uint8Array(good);
          for (const [index, byte] of changes) bytes[index] = byte;

          // Act
          const result: unknown = await readDocument(bytes, 'changed.pdf').catch((error: unknown) => error);

          // Assess
          expect(
            result instanceof UnreadableDocumentError ||
              (typeof result === 'object' && result !== null && 'blocks' in result),
          ).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
