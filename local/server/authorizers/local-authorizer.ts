/** A request as it is signed. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Says who a caller is, as the gateway's authorizer does. */
export interface LocalAuthorizer {
  /** What the gateway puts into `requestContext.authorizer`; undefined when the request is not signed as it must be. */
  authorize(request: SignedRequest): Promise<object | undefined>;
  /** What the gateway answers when it is not. */
  readonly refusal: 401 | 403;
  /** What a caller needs to sign, by the name under which tools know it. */
  readonly credentials: Readonly<Record<string, string>>;
}
