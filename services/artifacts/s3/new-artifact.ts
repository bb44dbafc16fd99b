import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ArtifactContent } from '../artifact-store.ts';
import { openAnnounced } from '../passing-chunks.ts';

/** An artifact that is to be written. */
export interface NewArtifact {
  readonly key: string;
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
  readonly content_type: string;
  /** Whether it is a stream: the SDK sends one only once. */
  readonly is_streamed: boolean;
  /** Its bytes, or a stream of them from the first: opened anew for each attempt. */
  readonly open: () => Uint8Array | Readable;
}

/** An artifact whose bytes are held. */
export function newArtifact(key: string, body: Uint8Array, content_type: string): NewArtifact {
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { key, bytes: body.byteLength, sha256, content_type, is_streamed: false, open: () => body };
}

/** An artifact that is written as it is read. */
export function newStreamedArtifact(key: string, content: ArtifactContent, content_type: string): NewArtifact {
  const { bytes, sha256 } = content;
  return {
    key,
    bytes,
    sha256,
    content_type,
    is_streamed: true,
    open: () => Readable.from(openAnnounced(key, content), { objectMode: false }),
  };
}
