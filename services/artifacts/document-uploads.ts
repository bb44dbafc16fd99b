import type { ArtifactLocation } from './artifact-store.ts';

/** A file that is to be uploaded. */
export interface UploadRequest {
  /** Chosen by the service, never by the caller. */
  readonly key: string;
  /** The exact size, in bytes. */
  readonly bytes: number;
  readonly content_type: string;
  /** What the caller says its SHA-256 is, in lower-case hex. */
  readonly sha256: string;
}

/** A form that uploads one file: send `fields` in their order, then the file as `file`, as multipart/form-data by POST to `url`. */
export interface PresignedUpload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Until when the upload may begin, in ISO 8601. */
  readonly expires_at: string;
}

/** An upload that was looked at: exactly these bytes are what later steps read. */
export type VerifiedUpload = ArtifactLocation & { readonly version_id: string; readonly content_type: string };

/** Documents that callers bring straight into the artifact store, past the API's limit on the size of a request. */
export interface DocumentUploads {
  /**
   * Signs a form with which one file of exactly this size and type can be uploaded under exactly this key. Throws `RejectedInputError`
   * for a size or type that is not taken.
   */
  create(request: UploadRequest): Promise<PresignedUpload>;
  /**
   * Verifies the present version of an upload and pins it: checksum and size as announced, first bytes of its type. Throws
   * `RejectedInputError` when it is absent or another file than was announced, `ConfigurationError` when the store keeps no versions.
   */
  verify(key: string): Promise<VerifiedUpload>;
}
