/** Why an upload is refused: the codes of S3, with the status that S3 answers with. */
const STATUS = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  BadDigest: 400,
  MalformedPOSTRequest: 400,
} as const;

const MESSAGES: { readonly [Code in UploadRefusal]: string } = {
  AccessDenied: 'The grant has expired, or key and type are not those that were granted.',
  SignatureDoesNotMatch: 'The form does not carry a grant of this server.',
  EntityTooLarge: 'The file has more bytes than were granted.',
  EntityTooSmall: 'The file has fewer bytes than were granted.',
  BadDigest: 'The bytes of the file are not those that were granted.',
  MalformedPOSTRequest: 'The body is no multipart/form-data form with the file as its last field.',
};

/** Why an upload is refused. */
export type UploadRefusal = keyof typeof STATUS;

/** An upload that is not what was granted. */
export class UploadRefused extends Error {
  readonly code: UploadRefusal;
  readonly status: number;

  constructor(code: UploadRefusal, options?: ErrorOptions) {
    super(MESSAGES[code], options);
    this.name = 'UploadRefused';
    this.code = code;
    this.status = STATUS[code];
  }
}
