import type { ArtifactPointer } from '../../contracts/index.ts';

/** An artifact's bytes and what is known of them. */
export interface ArtifactHead {
  readonly key: string;
  readonly bytes: number;
  readonly content_type: string;
}

/** Where an artifact lies; an upload is pinned to the version that was verified, artifacts of our own have one only. */
export type ArtifactLocation = ArtifactPointer & { readonly version_id?: string | undefined };

/** Content that is too large to be held: what it is was found out before, and it can be opened again when a write has to be repeated. */
export interface ArtifactContent {
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
  /** Gives it from its first byte, chunk by chunk. */
  open(): AsyncIterable<Uint8Array>;
}

/**
 * Content of a run. An artifact is written once and never changed. Keys are `/`-separated, of `[0-9A-Za-z._-]` parts, never `.` or `..`;
 * other keys are a `RejectedInputError`. Every method throws `TransientUpstreamError` or `PermissionDeniedError` as the store does.
 */
export interface ArtifactStore {
  /**
   * Writes an artifact if there is none under the key. When there is one already, it stays as it is and its pointer is given: two
   * writers of the same step agree on the first one's result.
   */
  putOnce(key: string, body: Uint8Array | string, contentType: string): Promise<ArtifactPointer>;
  /**
   * {@link putOnce} for content that passes through chunk by chunk and is never whole in memory. Throws `RejectedInputError` when it turns out not to be what was announced;
   * nothing is written then.
   */
  putStreamOnce(key: string, content: ArtifactContent, contentType: string): Promise<ArtifactPointer>;
  /**
   * Hands an artifact on chunk by chunk, never whole in memory, and gives what `into` made of it once its checksum is verified: until then nothing of it is to be relied on.
   * `into` reads it to its end. Throws `RejectedInputError` when it is absent or differs from the pointer, and what `into` throws.
   */
  readStream<Result>(
    pointer: ArtifactLocation,
    into: (chunks: AsyncIterable<Uint8Array>) => Promise<Result>,
  ): Promise<Result>;
  /** Reads an artifact and verifies its checksum. Throws `RejectedInputError` when it is absent or differs from the pointer. */
  get(pointer: ArtifactLocation): Promise<Uint8Array>;
  /** Reads what lies under a key, or gives undefined. */
  find(key: string): Promise<{ readonly pointer: ArtifactPointer; readonly body: Uint8Array } | undefined>;
  /** Keys below a prefix that ends in `/`, sorted. */
  list(prefix: string): Promise<readonly ArtifactHead[]>;
  /** Removes everything below a prefix that ends in `/`; gives how many artifacts went. */
  deletePrefix(prefix: string): Promise<number>;
}
