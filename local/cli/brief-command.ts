import type { SessionRow } from '../../contracts/index.ts';
import { EXIT_CODES, executionIdOf, PipelineError } from '../../contracts/index.ts';
import { LOCAL_OWNER } from '../../handlers/http/owner.ts';
import type { StartedPipeline } from '../../handlers/pipeline-starts.ts';
import { continuePipeline, startPipeline } from '../../handlers/pipeline-starts.ts';
import { repairSession } from '../../handlers/repair-session.ts';
import { newSessionId, sessionIdOf } from '../../handlers/session-ids.ts';
import type { Services } from '../../services/services.ts';
import { dataFolder } from '../services/data-folder.ts';
import type { LocalServices } from '../services/open-local-services.ts';
import { openLocalServices } from '../services/open-local-services.ts';
import type { BriefOptions } from './brief-options.ts';
import { assertNothingNew, briefRequest } from './brief-request.ts';
import { printSummary } from './brief-summary.ts';
import { callerPath } from './caller-path.ts';
import { commandLine, dataDirWords } from './command-line.ts';
import { continueEarlierLine, continueLine } from './continue-line.ts';
import { costSettings } from './cost-options.ts';
import { abortCutOffRuns, stopOnInterrupt } from './interrupted-runs.ts';
import { assertWritableFolder, notWritable, outFolder } from './out-folder.ts';
import type { CommandStreams } from './output.ts';
import { writeLine } from './output.ts';
import { chosenParts } from './part-options.ts';
import { showProgress } from './progress-view.ts';
import { takeInDocuments } from './read-documents.ts';
import { reportFailure } from './report-failure.ts';
import { continueCutOffLine, keepRunSettings } from './run-settings.ts';
import { SessionWatch } from './watch-session.ts';
import { writeBrief } from './write-brief.ts';

/** Attempts of a session are counted from here. */
const FIRST_ATTEMPT = 1;

/** Runs `brief`: starts or continues a run, shows it, writes the brief. Gives the exit code; throws declared errors for bad input. */
export async function runBrief(options: BriefOptions, streams: CommandStreams): Promise<number> {
  const local = openLocalServices({
    data: dataFolder(options.dataDir && callerPath(options.dataDir)),
    allow_hosts: options.allowHost,
    ...costSettings(options),
    ...(await chosenParts(options)),
  });
  try {
    const { artifacts } = local.services;
    for (const row of await abortCutOffRuns(local)) {
      const line = await continueCutOffLine(artifacts, row.execution_id, options.dataDir);
      writeLine(streams.err, `A run was cut off earlier; finish it with: ${line}`);
    }
    const started = await start(local, options, streams);
    return await follow(local, started, options, streams);
  } finally {
    await local.close();
  }
}

async function start(
  { services }: LocalServices,
  options: BriefOptions,
  { stdin }: CommandStreams,
): Promise<StartedPipeline> {
  if (options.out !== undefined || options.company)
    await assertWritableFolder(outFolder(options.out, options.company ?? ''));
  if (options.continue !== undefined) assertNothingNew(options);
  if (options.continue !== undefined) return goOn(services, sessionIdOf(options.continue), options);
  const documents = await takeInDocuments(services.artifacts, options, stdin);
  const request = briefRequest(options, documents);
  const session_id = newSessionId(services.clock.now());
  await keepRunSettings(services.artifacts, executionIdOf(session_id, FIRST_ATTEMPT), options);
  return startPipeline(services, request, { owner: LOCAL_OWNER, session_id });
}

/** Starts another attempt; a run that has succeeded needs none, its brief is written once more. */
async function goOn(services: Services, session_id: string, options: BriefOptions): Promise<StartedPipeline> {
  const row = await services.sessions.get(session_id);
  if (row?.status === 'SUCCEEDED') return { row, execution_arn: row.execution_arn ?? row.execution_id };
  if (row !== undefined && row.status !== 'RUNNING')
    await keepRunSettings(services.artifacts, nextExecutionOf(row), options);
  return continuePipeline(services, session_id);
}

/** The execution that a session goes on with. */
function nextExecutionOf({ session_id, attempt, status, execution_id }: SessionRow): string {
  return status === 'QUEUED' ? execution_id : executionIdOf(session_id, attempt + 1);
}

async function follow(
  local: LocalServices,
  { row: { session_id, execution_id } }: StartedPipeline,
  options: BriefOptions,
  streams: CommandStreams,
): Promise<number> {
  const { services, executions } = local;
  const interrupt = stopOnInterrupt(local, execution_id);
  const watch = new SessionWatch(services.sessions, session_id);
  const shown = showProgress(watch, streams);
  const row = await watch.run(endOf(local, execution_id, session_id));
  await shown;
  interrupt.release();
  if (interrupt.happened()) {
    writeLine(streams.err, `Stopped. What was read is kept; go on with: ${continueLine(session_id, options)}`);
    return EXIT_CODES.interrupted;
  }
  if (row?.status !== 'SUCCEEDED' || row.brief === undefined)
    return reportFailure(row, await executions.describe(execution_id), inspectLine(session_id, options), streams);
  const folder = outFolder(options.out, row.company_name);
  const brief = await writeBrief(services.artifacts, row.brief, folder).catch((error: unknown) => {
    throw error instanceof PipelineError
      ? error
      : notWritable(
          folder,
          error,
          `The run is kept; write its brief elsewhere: ${continueEarlierLine(session_id, options.dataDir)} --out DIR`,
        );
  });
  if (options.json) writeLine(streams.out, JSON.stringify(brief, null, 2));
  else printSummary(brief, { folder, inspect: inspectLine(session_id, options) }, streams);
  return EXIT_CODES.done;
}

function inspectLine(session_id: string, { dataDir }: BriefOptions): string {
  return commandLine('inspect', session_id, ...dataDirWords(dataDir));
}

/** Waits for the end of the execution and sees to it that the row tells of it, whatever ended it. */
async function endOf({ services, executions }: LocalServices, execution_id: string, session_id: string): Promise<void> {
  const execution = await executions.waitFor(execution_id);
  const row = await services.sessions.get(session_id);
  if (row) await repairSession(services, row, execution);
}
