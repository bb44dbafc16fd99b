import type { SessionRow } from '../../contracts/index.ts';

/** The time at which conformance suites start their clock. */
export const CONFORMANCE_START = new Date('2026-11-22T10:00:00.000Z');

/** A well-formed row, QUEUED, expiring a day after {@link CONFORMANCE_START}; `number` makes ids and times that sort. */
export function sampleSessionRow(number: number, changes: Partial<SessionRow> = {}): SessionRow {
  const sessionId = `t${String(number).padStart(9, '0')}-${'0'.repeat(26)}`;
  const createdAt = new Date(CONFORMANCE_START.getTime() + number * 1_000).toISOString();
  return {
    schema_version: 1,
    session_id: sessionId,
    status: 'QUEUED',
    degraded: false,
    attempt: 1,
    execution_id: `${sessionId}-1`,
    owner: 'local',
    request_sha256: 'a'.repeat(64),
    company_name: 'Acme Rockets',
    company_url: 'https://acme.example',
    progress: {},
    usage: {},
    created_at: createdAt,
    updated_at: createdAt,
    expires_at: CONFORMANCE_START.getTime() / 1_000 + 86_400,
    ...changes,
  };
}
