import { CreateDocumentBody, CreateDocumentResponse } from '../documents.ts';
import { route } from '../route-contract.ts';

/** `POST /documents`. */
export const createDocumentRoute = route({
  method: 'POST',
  path: '/documents',
  summary: 'Be granted the upload of a document',
  description:
    'Answers with a form to be sent to the address that it names, with the file as its last field. Then give the document to POST /pipeline. The same bytes are the same document.',
  body: CreateDocumentBody,
  example: {
    file_name: 'resume.txt',
    purpose: 'resume',
    media_type: 'text/plain',
    bytes: 12,
    sha256: '4ae7c3b6ac0beff671efa8cf57386151c06e58ca53a78d83f36107316cec125f',
  },
  answers: [
    {
      status: 201,
      description: 'The upload is granted.',
      content: { 'application/json': CreateDocumentResponse },
    },
  ],
  problems: ['malformed-json', 'invalid-body', 'body-too-large', 'unsupported-media-type'],
});
