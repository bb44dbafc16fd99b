import type { OperatorStreams } from '../terminal.ts';
import { columns, writeLine } from '../terminal.ts';
import type { Finding, FindingStatus } from './finding.ts';

const STATUSES: readonly FindingStatus[] = ['ok', 'warning', 'failed'];

/** How many of a status, in words. */
function counted(status: FindingStatus, findings: readonly Finding[]): string {
  const count = findings.filter((finding) => finding.status === status).length;
  return `${count} ${status}${status === 'warning' && count !== 1 ? 's' : ''}`;
}

/** Writes a line a check, with what to do below those that are not ok, and a sum. */
export function writeReport(environment: string, findings: readonly Finding[], { out }: OperatorStreams): void {
  const lines = columns(findings.map(({ status, check, message }) => [status, check, message]));
  for (const [place, { remedy }] of findings.entries()) {
    writeLine(out, lines[place]);
    if (remedy !== undefined) writeLine(out, `         What to do: ${remedy}`);
  }
  writeLine(out, `${environment}: ${STATUSES.map((status) => counted(status, findings)).join(', ')}`);
}
