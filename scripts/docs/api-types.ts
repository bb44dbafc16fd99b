import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from '../../contracts/http/openapi/document.ts';

/** The types of a client of the API, made from its description as a client's own build would make them. */
export async function apiTypes(): Promise<string> {
  // A field with a default may be left out of a request; by default the generator would ask for it.
  const nodes = await openapiTS(JSON.stringify(openApiDocument()), { defaultNonNullable: false });
  return astToString(nodes);
}
