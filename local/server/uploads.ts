import type { IncomingMessage } from 'node:http';
import { MAX_DOCUMENT_BYTES } from '../../contracts/index.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import type { LocalDocumentUploads } from '../../services/artifacts/local-document-uploads.ts';
import { UploadRefused } from '../../services/artifacts/upload-refused.ts';
import { MAX_FORM_OVERHEAD_BYTES } from './limits.ts';
import { BodyTooLarge, headersOf, readRequestBody } from './server-request.ts';

/** Where the forms of uploads are sent to. */
export const UPLOADS_PATH = '/uploads';

/** Takes in an upload and answers as S3 does: 204, or an XML document that names the code. */
export async function takeInUpload(uploads: LocalDocumentUploads, request: IncomingMessage): Promise<ApiResponse> {
  try {
    const { fields, file } = await readForm(request);
    await uploads.accept(fields, file);
    return { statusCode: 204, headers: {}, body: '' };
  } catch (error) {
    if (error instanceof BodyTooLarge) return refused(new UploadRefused('EntityTooLarge'));
    if (error instanceof UploadRefused) return refused(error);
    throw error;
  }
}

interface UploadForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Uint8Array;
}

async function readForm(request: IncomingMessage): Promise<UploadForm> {
  const body = await readRequestBody(request, MAX_DOCUMENT_BYTES + MAX_FORM_OVERHEAD_BYTES);
  const form = await parseForm(body, headersOf(request)['content-type'] ?? '');
  const file = form.get('file');
  if (!(file instanceof Blob)) throw new UploadRefused('MalformedPOSTRequest');
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return { fields: Object.fromEntries(fields), file: new Uint8Array(await file.arrayBuffer()) };
}

async function parseForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new UploadRefused('MalformedPOSTRequest', { cause });
  }
}

function refused({ code, message, status }: UploadRefused): ApiResponse {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { statusCode: status, headers: { 'content-type': 'application/xml' }, body };
}
