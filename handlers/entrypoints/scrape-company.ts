import { fileURLToPath } from 'node:url';
import { scrapeCompany } from '../../contracts/states/scrape-company.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { createDocumentReader } from '../../services/documents/local-document-reader.ts';
import { functionServices } from '../../services/function-services.ts';
import { createWebsiteReader } from '../../services/website/crawling-website-reader.ts';
import { readLinkedPdfWith } from '../../services/website/read-linked-pdf.ts';
import { createHandler } from '../scrape-company.ts';

const aws = createAwsServices(process.env, scrapeCompany);

// Both lie beside the bundled module; `npm run bundle` puts them there. Without Textract: a linked scan is a gap that says so.
const documents = createDocumentReader({
  entry: new URL('./parser-child.mjs', import.meta.url),
  pdfjs_folder: fileURLToPath(new URL('./pdfjs/', import.meta.url)),
});

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, {
    sessions: await aws.sessions(),
    artifacts: await aws.artifacts(),
    website: createWebsiteReader({ readPdf: readLinkedPdfWith(documents) }),
  }),
);
