import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';

/** Largest window a zstd stream may ask for, as a power of two: 8 MiB, what RFC 8878 recommends to support; more is memory for a bomb. */
const MAX_ZSTD_WINDOW_LOG = 23;

/** How much of a body is taken. */
export interface BodyLimits {
  /** Bytes as they come over the wire. */
  readonly wireBytes: number;
  /** Bytes after decompression. */
  readonly bytes: number;
}

/** A body as far as it was taken; `truncated` when a limit ended it. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly wireBytes: number;
  readonly truncated: boolean;
}

class BodyLimitReached extends Error {
  override readonly name = 'BodyLimitReached';
}

/** Thrown for a `Content-Encoding` that is not read: unknown, or several in a row, which only bombs use. */
export class UnknownEncodingError extends Error {
  override readonly name = 'UnknownEncodingError';
}

/** Flushing at the end makes a stream that was cut short give what it has, as browsers do. */
function decoderFor(encoding: string): Transform | undefined {
  const zlib = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip(zlib);
    case 'deflate':
      return createInflate(zlib);
    case 'br':
      return createBrotliDecompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
      });
    case 'zstd':
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: MAX_ZSTD_WINDOW_LOG } });
    default:
      throw new UnknownEncodingError(`the content encoding "${encoding.slice(0, 60)}" is not read`);
  }
}

class Collector {
  readonly #chunks: Uint8Array[] = [];
  readonly #limits: BodyLimits;
  wireBytes = 0;
  bytes = 0;

  constructor(limits: BodyLimits) {
    this.#limits = limits;
  }

  async *countWire(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.wireBytes += chunk.length;
      if (this.wireBytes > this.#limits.wireBytes) throw new BodyLimitReached();
      yield chunk;
    }
  }

  async collect(source: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of source) {
      const room = this.#limits.bytes - this.bytes;
      this.#chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      this.bytes += Math.min(chunk.length, room);
      if (chunk.length > room) throw new BodyLimitReached();
    }
  }

  result(truncated: boolean): Body {
    return { bytes: new Uint8Array(Buffer.concat(this.#chunks)), wireBytes: this.wireBytes, truncated };
  }
}

/**
 * Reads a body chunk by chunk, unpacking `encoding` on the way, and stops at the first limit: memory never holds more than the limit
 * plus one chunk. Rejects with {@link UnknownEncodingError}, the error of a broken stream, or the reason of `signal`.
 */
export async function readBody(
  source: Readable,
  encoding: string,
  limits: BodyLimits,
  signal?: AbortSignal,
): Promise<Body> {
  const collector = new Collector(limits);
  const options = signal === undefined ? {} : { signal };
  const count = (chunks: AsyncIterable<Uint8Array>) => collector.countWire(chunks);
  const collect = (chunks: AsyncIterable<Uint8Array>) => collector.collect(chunks);
  try {
    const decoder = decoderFor(encoding);
    if (decoder === undefined) await pipeline(source, count, collect, options);
    else await pipeline(source, count, decoder, collect, options);
    return collector.result(false);
  } catch (error) {
    // A body that is given up emits the abort as an error of its own; what went wrong is thrown from here.
    source.once('error', () => undefined).destroy();
    if (error instanceof BodyLimitReached) return collector.result(true);
    throw error;
  }
}
