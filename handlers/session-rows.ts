import type { SessionRow } from '../contracts/index.ts';
import { SESSION_TTL_DAYS } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';

const MS_PER_SECOND = 1_000;
const SECONDS_PER_DAY = 86_400;

/** Epoch seconds at which a row that is written now expires: {@link SESSION_TTL_DAYS} from now. */
export function expiryFrom(now: Date): number {
  return Math.floor(now.getTime() / MS_PER_SECOND) + SESSION_TTL_DAYS * SECONDS_PER_DAY;
}

/** What a new row says of the session itself. */
type NewSession = Pick<SessionRow, 'session_id' | 'execution_id' | 'owner' | 'status' | 'request_sha256'> &
  Partial<Pick<SessionRow, 'execution_arn'>>;

/** A row for a new session: attempt 1, no progress, expiring {@link SESSION_TTL_DAYS} from now. */
export function newSessionRow(
  services: StepServices,
  request: Pick<SessionRow, 'company_name' | 'company_url'>,
  session: NewSession,
): SessionRow {
  const now = services.clock.now();
  return {
    schema_version: 1,
    degraded: false,
    attempt: 1,
    company_name: request.company_name,
    company_url: request.company_url,
    progress: {},
    usage: {},
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    expires_at: expiryFrom(now),
    ...session,
  };
}
