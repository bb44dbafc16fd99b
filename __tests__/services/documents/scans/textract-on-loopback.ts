import { TextractClient } from '@aws-sdk/client-textract';
import type { DocumentReader } from '../../../../services/documents/document-reader.ts';
import { createDocumentReader } from '../../../../services/documents/local-document-reader.ts';
import type { OcrReader } from '../../../../services/documents/ocr.ts';
import {
  LANGUAGES,
  MAX_PAGE_BYTES,
  MAX_PAGES,
  MAX_PAGES_AT_ONCE,
} from '../../../../services/documents/textract/limits.ts';
import { createTextractOcr } from '../../../../services/documents/textract/textract-ocr.ts';
import type { AwsJsonServer } from '../../../support/aws-protocol/aws-json-server.ts';
import { clientSettings } from '../../../support/aws-protocol/client-settings.ts';
import type { RecognizedLine } from '../../../support/aws-protocol/textract/textract-server.ts';
import { serveTextract } from '../../../support/aws-protocol/textract/textract-server.ts';

/** A document reader with Textract on the real client and a service on loopback. */
export interface TextractOnLoopback extends AsyncDisposable {
  readonly reader: DocumentReader;
  readonly server: AwsJsonServer;
}

/** Pages a second in tests: so many that no test waits. */
const NO_RATE = 100_000;

/** The text recognition of the test that runs. */
let current: OcrReader | undefined;

/** One reader for all tests of a file, so that they share its parsing processes. */
const reader = createDocumentReader({
  ocr: {
    name: 'textract',
    max_page_bytes: MAX_PAGE_BYTES,
    max_pages: MAX_PAGES,
    languages: LANGUAGES,
    pages_at_once: MAX_PAGES_AT_ONCE,
    read: (page, signal, meter) => current?.read(page, signal, meter) ?? Promise.resolve([]),
  },
});

/** Starts the service and lets the reader ask it. */
export async function textractOnLoopback(
  recognize: (bytes: Buffer, before: number) => readonly RecognizedLine[],
  call_ms = 60_000,
  pages_per_second = NO_RATE,
): Promise<TextractOnLoopback> {
  const server = await serveTextract(recognize);
  const client = new TextractClient(clientSettings(server.endpoint));
  const ocr = createTextractOcr({ client, timeouts: { call_ms }, pages_per_second });
  current = ocr;
  return {
    reader,
    server,
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      await server.close();
    },
  };
}
