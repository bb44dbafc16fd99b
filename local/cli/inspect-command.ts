import type { SessionRow } from '../../contracts/index.ts';
import { EXIT_CODES, RejectedInputError, TASK_STATES } from '../../contracts/index.ts';
import { sessionIdOf } from '../../handlers/session-ids.ts';
import type { ArtifactHead } from '../../services/artifacts/artifact-store.ts';
import type { ExecutionDescription, ExecutionEvent } from '../../services/executions/executions.ts';
import { dataFolder } from '../services/data-folder.ts';
import { openLocalServices } from '../services/open-local-services.ts';
import { callerPath } from './caller-path.ts';
import type { Output } from './output.ts';
import { writeLine } from './output.ts';

/** What the command line of `inspect` was given. */
export interface InspectOptions {
  readonly dataDir?: string;
  readonly json: boolean;
}

/** What is known of a run: ids, times, counts, names and sizes; never the text of a document. */
interface Inspection {
  readonly session: SessionRow;
  readonly execution: Omit<ExecutionDescription, 'output'> | undefined;
  readonly history: readonly ExecutionEvent[];
  readonly artifacts: readonly ArtifactHead[];
}

/** Runs `inspect ID`: shows what is known of a run. Throws `RejectedInputError` for an unknown id. */
export async function runInspect(id: string, options: InspectOptions, output: Output): Promise<number> {
  const local = openLocalServices({
    data: dataFolder(options.dataDir && callerPath(options.dataDir)),
    allow_hosts: [],
  });
  try {
    const { sessions, executions, artifacts } = local.services;
    const session = await sessions.get(sessionIdOf(id));
    if (!session)
      throw new RejectedInputError(`There is no run ${id} in ${dataFolder(options.dataDir).root}.`, {
        remedy: 'Check the id, or name the folder with --data-dir.',
      });
    const { session_id, execution_id } = session;
    const execution = await executions.describe(execution_id);
    const history = await executions.history(execution_id);
    const heads = (
      await Promise.all([`work/${session_id}/`, `briefs/${session_id}/`].map((prefix) => artifacts.list(prefix)))
    ).flat();
    const inspection = {
      session,
      execution: execution && { ...execution, output: undefined },
      history,
      artifacts: heads,
    };
    if (options.json) writeLine(output.out, JSON.stringify(inspection, null, 2));
    else printInspection(inspection, output);
    return EXIT_CODES.done;
  } finally {
    await local.close();
  }
}

function printInspection({ session, execution, history, artifacts }: Inspection, { out }: Output): void {
  writeLine(out, `${session.company_name} (${session.company_url})`);
  writeLine(
    out,
    `Session ${session.session_id}, attempt ${session.attempt}: ${session.status}${session.degraded ? ', degraded' : ''}`,
  );
  writeLine(
    out,
    `Execution ${execution?.execution_arn ?? session.execution_id}: ${execution?.status ?? 'not started'}`,
  );
  writeLine(out, `Created ${session.created_at}, updated ${session.updated_at}`);
  if (session.failure) {
    writeLine(out, `\nFailed in ${session.failure.state}: ${session.failure.error}`);
    writeLine(out, `  ${session.failure.cause}`);
    writeLine(out, `  What to do: ${session.failure.remedy}`);
  }
  writeLine(out, '\nStates');
  for (const line of stateLines(session)) writeLine(out, `  ${line}`);
  writeLine(out, '\nHistory');
  for (const { id, at, type, state, error } of history) {
    writeLine(out, `  ${String(id).padStart(3)} ${at} ${type}${state ? ` ${state}` : ''}${error ? ` ${error}` : ''}`);
  }
  writeLine(out, '\nArtifacts');
  for (const { key, bytes } of artifacts) writeLine(out, `  ${String(bytes).padStart(9)} ${key}`);
}

function stateLines({ progress }: SessionRow): string[] {
  return TASK_STATES.flatMap((state) => {
    const entry = progress[state];
    if (!entry) return [];
    const seconds = entry.ended_at
      ? `${((Date.parse(entry.ended_at) - Date.parse(entry.started_at)) / 1_000).toFixed(2)} s`
      : 'running';
    const counts = Object.entries(entry.counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
    const details = [
      seconds,
      `${entry.invocations} invocation${entry.invocations === 1 ? '' : 's'}`,
      counts,
      entry.reused ? 'kept from before' : '',
      entry.error ?? '',
    ];
    return [`${state.padEnd(22)} ${entry.status.padEnd(10)} ${details.filter(Boolean).join(', ')}`];
  });
}
