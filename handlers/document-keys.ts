import { ownerKey } from './http/owner.ts';

/** Hex digits of a document's id: 128 bits of the hash of its bytes, so that the same bytes are the same document. */
const DOCUMENT_ID_DIGITS = 32;

/** The id of a document, from the SHA-256 of its bytes in lower-case hex. */
export function documentIdOf(sha256: string): string {
  return sha256.slice(0, DOCUMENT_ID_DIGITS);
}

/** The key of an owner's document: nobody else's request leads to it. */
export function uploadKey(owner: string, documentId: string): string {
  return `${uploadPrefix(owner, documentId)}document`;
}

/** The prefix of everything that is kept of an owner's document. */
export function uploadPrefix(owner: string, documentId: string): string {
  return `uploads/${ownerKey(owner)}/${documentId}/`;
}
