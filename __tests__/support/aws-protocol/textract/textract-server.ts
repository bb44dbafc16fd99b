import { PDFDocument } from '@cantoo/pdf-lib';
import type { AwsJsonServer } from '../aws-json-server.ts';
import { ServiceError, serveAwsJson } from '../aws-json-server.ts';

/** A line that the service recognizes: its box in shares of the page, from the left upper corner. */
export interface RecognizedLine {
  readonly text: string;
  /** 0 to 100, as the service gives it. */
  readonly confidence?: number;
  readonly left?: number;
  readonly top: number;
  readonly width?: number;
  readonly height?: number;
}

/** The documented limits of the synchronous call ("Set quotas in Amazon Textract"). */
const LIMITS = { bytes: 10_485_760, pages: 1 } as const;

/** How PNG, JPEG and TIFF files of both byte orders begin. */
const IMAGES = ['89504e47', 'ffd8ff', '49492a00', '4d4d002a'];

/** Serves Textract's DetectDocumentText on loopback; `recognize` says what is seen in a page, by its bytes and how many pages came before. */
export function serveTextract(
  recognize: (bytes: Buffer, before: number) => readonly RecognizedLine[],
): Promise<AwsJsonServer> {
  let pages = 0;
  return serveAwsJson(
    { target: 'Textract', signing_name: 'textract' },
    {
      DetectDocumentText: async ({ Document }: { Document: { Bytes?: string } }) => {
        const bytes = Buffer.from(Document.Bytes ?? '', 'base64');
        await checkDocument(bytes);
        const lines = recognize(bytes, pages);
        pages += 1;
        return { DocumentMetadata: { Pages: 1 }, DetectDocumentTextModelVersion: '1.0', Blocks: blocksOf(lines) };
      },
    },
  );
}

async function checkDocument(bytes: Buffer): Promise<void> {
  if (bytes.byteLength > LIMITS.bytes)
    throw new ServiceError('DocumentTooLargeException', `Document size is more than ${LIMITS.bytes} bytes`);
  if (bytes.byteLength === 0) throw new ServiceError('InvalidParameterException', 'Request has invalid parameters');
  if (bytes.includes('%PDF-')) {
    const pdf = await PDFDocument.load(bytes);
    if (pdf.getPageCount() > LIMITS.pages)
      throw new ServiceError('UnsupportedDocumentException', 'Request has unsupported document format');
  } else if (!IMAGES.some((signature) => bytes.toString('hex', 0, 4).startsWith(signature)))
    throw new ServiceError('UnsupportedDocumentException', 'Request has unsupported document format');
}

/** PAGE, LINE and WORD blocks, as the service gives them. */
function blocksOf(lines: readonly RecognizedLine[]): readonly object[] {
  const line_blocks = lines.map(({ text, confidence = 99, left = 0.1, top, width = 0.8, height = 0.015 }, index) => ({
    BlockType: 'LINE',
    Id: `line-${index}`,
    Confidence: confidence,
    Text: text,
    Geometry: { BoundingBox: { Left: left, Top: top, Width: width, Height: height }, Polygon: [] },
    Relationships: [{ Type: 'CHILD', Ids: text.split(' ').map((_, word) => `word-${index}-${word}`) }],
  }));
  const words = lines.flatMap(({ text, confidence = 99 }, index) =>
    text.split(' ').map((word, place) => ({
      BlockType: 'WORD',
      Id: `word-${index}-${place}`,
      Confidence: confidence,
      Text: word,
      TextType: 'PRINTED',
    })),
  );
  const page = {
    BlockType: 'PAGE',
    Id: 'page',
    Geometry: { BoundingBox: { Left: 0, Top: 0, Width: 1, Height: 1 }, Polygon: [] },
    Relationships: [{ Type: 'CHILD', Ids: line_blocks.map(({ Id }) => Id) }],
  };
  return [page, ...line_blocks, ...words];
}
