import type { CreateDocumentResponse } from '../contracts/index.ts';
import { ROUTES } from '../contracts/index.ts';
import type { ApiServices } from '../services/services.ts';
import { documentIdOf, uploadKey } from './document-keys.ts';
import type { RouteHandler } from './http/define-route.ts';
import { defineRoute } from './http/define-route.ts';
import { jsonResponse } from './http/responses.ts';

/** Handler of `POST /documents`: a form with which the caller uploads one document by itself. */
export function createHandler(services: ApiServices): RouteHandler {
  return defineRoute(ROUTES.createDocument, services, async ({ owner, body }) => {
    const { file_name, purpose, media_type, bytes, sha256 } = body;
    const document_id = documentIdOf(sha256);
    const upload = await services.uploads.create({
      key: uploadKey(owner, document_id),
      content_type: media_type,
      bytes,
      sha256,
    });
    const answer: CreateDocumentResponse = {
      document: { document_id, purpose, file_name },
      upload: { ...upload, fields: { ...upload.fields } },
    };
    return jsonResponse(201, answer);
  });
}
