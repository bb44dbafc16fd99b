import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { TransientUpstreamError } from '../../../contracts/index.ts';

/** What a body turned out to be while it was read. */
export interface BodyFacts {
  readonly bytes: number;
  /** In lower-case hex. */
  readonly sha256: string;
}

/**
 * Reads a body into memory, once: into a buffer of the length that was announced, hashed as it comes.
 *
 * @throws TransientUpstreamError when it is shorter or longer than announced
 */
export async function readBody(
  body: unknown,
  announcedBytes: number,
): Promise<BodyFacts & { readonly body: Uint8Array }> {
  const buffer = new Uint8Array(announcedBytes);
  const facts = await passBody(body, (chunk, offset) => {
    if (offset + chunk.byteLength <= announcedBytes) buffer.set(chunk, offset);
  });
  if (facts.bytes !== announcedBytes) {
    throw new TransientUpstreamError(`An answer had ${facts.bytes} bytes where ${announcedBytes} were announced.`);
  }
  return { ...facts, body: buffer };
}

/** Reads a body of any length chunk by chunk, keeping its first bytes only. */
export async function inspectBody(
  body: unknown,
  keptBytes: number,
): Promise<BodyFacts & { readonly start: Uint8Array }> {
  const start: Uint8Array[] = [];
  const facts = await passBody(body, (chunk, offset) => {
    if (offset < keptBytes) start.push(chunk.subarray(0, keptBytes - offset));
  });
  return { ...facts, start: Buffer.concat(start) };
}

/** Leaves a body that is of no use, so that its connection is free again. */
export function discardBody(body: unknown): void {
  streamOf(body).destroy();
}

async function passBody(body: unknown, take: (chunk: Uint8Array, offset: number) => void): Promise<BodyFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of streamOf(body) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    take(chunk, bytes);
    bytes += chunk.byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The SDK gives other kinds of body in browsers; under Node it is a stream. */
export function streamOf(body: unknown): Readable {
  if (body instanceof Readable) return body;
  throw new TypeError('The SDK gave a body that is no stream of Node.');
}
