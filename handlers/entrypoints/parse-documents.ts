import { fileURLToPath } from 'node:url';
import { parseDocuments } from '../../contracts/states/parse-documents.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { createDocumentReader } from '../../services/documents/local-document-reader.ts';
import { functionServices } from '../../services/function-services.ts';
import { createHandler } from '../parse-documents.ts';

const aws = createAwsServices(process.env, parseDocuments);

// Both lie beside the bundled module; `npm run bundle` puts them there.
const documents = createDocumentReader({
  entry: new URL('./parser-child.mjs', import.meta.url),
  pdfjs_folder: fileURLToPath(new URL('./pdfjs/', import.meta.url)),
  ocr: await aws.ocr(),
});

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, { sessions: await aws.sessions(), artifacts: await aws.artifacts(), documents }),
);
