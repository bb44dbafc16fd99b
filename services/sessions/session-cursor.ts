import { z } from 'zod';
import { RejectedInputError } from '../../contracts/index.ts';

const Position = z.tuple([z.string(), z.string()]);

/** Where a page ended: the last row's `created_at` and `session_id`. */
export type SessionPosition = z.infer<typeof Position>;

/** Packs a position into an opaque cursor that is safe in a URL. */
export function encodeSessionCursor(position: SessionPosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Unpacks a cursor.
 *
 * @throws RejectedInputError when it was not made by {@link encodeSessionCursor}
 */
export function decodeSessionCursor(cursor: string): SessionPosition {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new RejectedInputError('The cursor is not one that this service gave.', {
      cause,
      remedy: 'Repeat the listing without a cursor.',
    });
  }
}
