import { z } from 'zod';

/**
 * A session: 37 or 28 characters of `[0-9a-z-]`. `t` + nine base-36 digits of the creation time in milliseconds makes ids without
 * an idempotency key sort by time; ids made from a key start with `k`. Then 26 base-32 digits carry at least 128 bits.
 */
export const SessionId = z.string().regex(/^(?:t[0-9a-z]{9}|k)-[0-9a-v]{26}$/, 'is not a session id');

/** A session id. */
export type SessionId = z.infer<typeof SessionId>;

/** An execution's name: `{session_id}-{attempt}`, or the name somebody gave an execution that was started by hand (Step Functions: at most 80 characters). */
export const ExecutionId = z.string().regex(/^[0-9A-Za-z_-]{1,80}$/, 'is not an execution id');

/** An execution id. */
export type ExecutionId = z.infer<typeof ExecutionId>;

/** A source: `W1`… for pages by rank, `D1`… for documents in the order given. */
export const SourceId = z.string().regex(/^[WD][1-9][0-9]{0,3}$/, 'is not a source id');

/** A source id. */
export type SourceId = z.infer<typeof SourceId>;

/** A passage: its source's id, a dot, its position in the source counted from 1. */
export const PassageId = z.string().regex(/^[WD][1-9][0-9]{0,3}\.[1-9][0-9]{0,5}$/, 'is not a passage id');

/** A passage id. */
export type PassageId = z.infer<typeof PassageId>;

/** A document a caller gave: lower-case letters, digits and hyphens. */
export const DocumentId = z.string().regex(/^[0-9a-z-]{1,64}$/, 'is not a document id');

/** A document id. */
export type DocumentId = z.infer<typeof DocumentId>;

const OWN_EXECUTION_ID = /^((?:t[0-9a-z]{9}|k)-[0-9a-v]{26})-([1-9][0-9]{0,3})$/;

/** What an execution's name says: its session and which attempt it is. */
export interface ExecutionParts {
  readonly sessionId: string;
  readonly attempt: number;
}

/** Joins a session id and an attempt (1, 2, …) to the execution's name. */
export function executionIdOf(sessionId: string, attempt: number): string {
  return `${sessionId}-${attempt}`;
}

/**
 * Reads an execution's name. Gives undefined for a name that is not ours (an execution started by hand in the console has a
 * name of its own); the session id is then derived from the name by {@link SessionId} rules elsewhere.
 */
export function executionPartsOf(executionId: string): ExecutionParts | undefined {
  const match = OWN_EXECUTION_ID.exec(executionId);
  return match ? { sessionId: match[1] as string, attempt: Number(match[2]) } : undefined;
}
