import type { SessionRow } from '../contracts/index.ts';
import { MAX_RUNS_PER_PAGE, RejectedInputError } from '../contracts/index.ts';
import type { Services } from '../services/services.ts';
import { uploadPrefix } from './document-keys.ts';
import { storedInput } from './pipeline-starts.ts';

/** Removes the documents that a session was given, except those that another run of its owner, which is under way, has still to read. */
export async function forgetDocuments(services: Services, row: SessionRow): Promise<void> {
  const own = await documentsOf(services, row);
  if (own.length === 0) return;
  const needed = new Set(await documentsUnderWay(services, row));
  const forgotten = own.filter((id) => !needed.has(id));
  await Promise.all(forgotten.map((id) => services.artifacts.deletePrefix(uploadPrefix(row.owner, id))));
}

async function documentsUnderWay(services: Services, { owner, session_id }: SessionRow): Promise<readonly string[]> {
  const pages = await Promise.all(
    (['QUEUED', 'RUNNING'] as const).map((status) =>
      services.sessions.list({ owner, status, limit: MAX_RUNS_PER_PAGE }),
    ),
  );
  const others = pages.flatMap(({ rows }) => rows).filter((row) => row.session_id !== session_id);
  return (await Promise.all(others.map((row) => documentsOf(services, row)))).flat();
}

/** Ids of the documents of a session; none when it was started by hand or its request is gone already. */
async function documentsOf(services: Services, row: SessionRow): Promise<readonly string[]> {
  try {
    return (await storedInput(services, row)).documents.map(({ document_id }) => document_id);
  } catch (error) {
    if (error instanceof RejectedInputError) return [];
    throw error;
  }
}
