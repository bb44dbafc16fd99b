import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { isNativeError } from 'node:util/types';
import { LEASE_MS } from './limits.ts';

/** Who runs an execution, and until when that may be believed. */
export interface Lease {
  /** One engine in one process; a new one at each start. Null after it was closed. */
  readonly owner: string | null;
  readonly host: string;
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly until_ms: number;
}

/** A lease of this process that begins now. */
export function newLease(now: Date): Lease & { readonly owner: string } {
  return { owner: randomUUID(), host: hostname(), pid: process.pid, until_ms: now.getTime() + LEASE_MS };
}

/** Whether nobody runs the execution any more: released, silent for too long, or its process on this machine is gone. */
export function isAbandoned(lease: Lease, now: Date): boolean {
  return (
    lease.owner === null || lease.until_ms <= now.getTime() || (lease.host === hostname() && !isProcessAlive(lease.pid))
  );
}

function isProcessAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return isNativeError(error) && 'code' in error && error.code === 'EPERM';
  }
}
