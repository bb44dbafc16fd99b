import { z } from 'zod';
import { sessionIdOf } from '../../handlers/session-ids.ts';
import type { ArtifactStore } from '../../services/artifacts/artifact-store.ts';
import type { BriefOptions } from './brief-options.ts';
import { callerPath } from './caller-path.ts';
import { continueEarlierLine, continueLine } from './continue-line.ts';

/** What a command gave a run that its session does not keep: where it may go, who works on it, what it may cost and where its brief is written. */
const RunSettings = z.object({
  allow_hosts: z.array(z.string()),
  writer: z.string(),
  analyzer: z.string(),
  ocr: z.string(),
  browser: z.boolean(),
  max_cost_usd: z.number().optional(),
  /** Absolute: whoever goes on may be in another folder. */
  out: z.string().optional(),
});

/**
 * Keeps, before it begins, what a run is given beside its request, so that it can be gone on with as it was when its process is killed; it goes when the run is forgotten. Nothing of it is secret: keys stand in the
 * environment, and a writer's address with a user name or password is refused before.
 */
export async function keepRunSettings(
  artifacts: ArtifactStore,
  execution_id: string,
  options: BriefOptions,
): Promise<void> {
  const { allowHost, writer, analyzer, ocr, browser, maxCost, out } = options;
  const settings: z.input<typeof RunSettings> = {
    allow_hosts: [...allowHost],
    writer,
    analyzer,
    ocr,
    browser,
    ...(maxCost === undefined ? {} : { max_cost_usd: maxCost }),
    ...(out === undefined ? {} : { out: callerPath(out) }),
  };
  await artifacts.putOnce(settingsKey(execution_id), JSON.stringify(settings), 'application/json');
}

/** The command that goes on with a run of an earlier start as it was given; without its settings when a server had started it. */
export async function continueCutOffLine(
  artifacts: ArtifactStore,
  execution_id: string,
  dataDir: string | undefined,
): Promise<string> {
  const session_id = sessionIdOf(execution_id);
  const kept = await artifacts.find(settingsKey(execution_id));
  if (kept === undefined) return continueEarlierLine(session_id, dataDir);
  const { allow_hosts, max_cost_usd, out, ...parts } = RunSettings.parse(
    JSON.parse(new TextDecoder().decode(kept.body)),
  );
  return continueLine(session_id, {
    ...parts,
    allowHost: allow_hosts,
    ...(max_cost_usd === undefined ? {} : { maxCost: max_cost_usd }),
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(out === undefined ? {} : { out }),
  });
}

function settingsKey(execution_id: string): string {
  return `work/${sessionIdOf(execution_id)}/settings/${execution_id}.json`;
}
