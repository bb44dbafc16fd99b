import { mkdirSync } from 'node:fs';
import type { FunctionName, Prices } from '../../contracts/index.ts';
import { ConfigurationError, LIST_PRICES } from '../../contracts/index.ts';
import { createPipelineHandlers } from '../../handlers/pipeline-handlers.ts';
import { createLocalAnalyzer } from '../../services/analysis/local/local-analyzer.ts';
import type { TextAnalyzer } from '../../services/analysis/text-analyzer.ts';
import { createFileArtifactStore } from '../../services/artifacts/file-artifact-store.ts';
import { createSqliteBudgetStore } from '../../services/budget/sqlite-budget-store.ts';
import { pricesOf } from '../../services/cost/cost-settings.ts';
import { createDocumentReader } from '../../services/documents/local-document-reader.ts';
import type { OcrReader } from '../../services/documents/ocr.ts';
import type { Environment } from '../../services/environment.ts';
import { createStepLogger } from '../../services/powertools-step-logger.ts';
import type { ServiceSettings, Services, SpendLimits, StepServices } from '../../services/services.ts';
import { createSqliteSessionStore } from '../../services/sessions/sqlite-session-store.ts';
import type { OpenRenderer } from '../../services/website/browser/page-renderer.ts';
import { createWebsiteReader } from '../../services/website/crawling-website-reader.ts';
import { readLinkedPdfWith } from '../../services/website/read-linked-pdf.ts';
import { renderStateMachine, stateMachineTemplate } from '../../statemachine/render.ts';
import { localFunctionArn } from '../engine/arns.ts';
import type { LocalExecutions } from '../engine/local-executions.ts';
import { createLocalExecutions } from '../engine/local-executions.ts';
import type { ChosenWriter } from './choose-writer.ts';
import { LOCAL_WRITER } from './choose-writer.ts';
import type { DataFolder } from './data-folder.ts';
import { localSecret } from './local-secret.ts';
import { logFile } from './log-file.ts';

/** How the local services are set up. */
export interface LocalServicesOptions {
  readonly data: DataFolder;
  /** `host:port` of private addresses that may be read. */
  readonly allow_hosts: readonly string[];
  /** Which part writes; the local one when none is given. */
  readonly writer?: ChosenWriter;
  /** Which part analyzes; the local one when none is given. */
  readonly analyzer?: TextAnalyzer | undefined;
  /** Which part reads scans; none when none is given. */
  readonly ocr?: OcrReader | undefined;
  /** What draws pages that scripts build; none when none is given. */
  readonly openRenderer?: OpenRenderer | undefined;
  /** Where prices stand that differ from the list's: PRICE_… */
  readonly environment?: Environment;
  /** How much may be spent and go on at once; no limit when none is given. */
  readonly limits?: SpendLimits;
  /** Puts other parts in the place of those that are used by default. */
  readonly adapt?: (steps: StepServices) => StepServices;
}

/** State transitions cost nothing on this machine; parts in AWS cost what they cost. */
const LOCAL_PRICES: Prices = { ...LIST_PRICES, transition_usd: 0 };

/** The local services, open until closed. */
export interface LocalServices {
  readonly services: Services;
  readonly executions: LocalExecutions;
  close(): Promise<void>;
}

/** Opens every part of the pipeline on this machine. Throws `ConfigurationError` when the data folder cannot be used. */
export function openLocalServices(options: LocalServicesOptions): LocalServices {
  const {
    data,
    allow_hosts,
    writer = LOCAL_WRITER,
    analyzer = createLocalAnalyzer(),
    ocr,
    openRenderer,
    adapt = (steps: StepServices) => steps,
  } = options;
  makePrivateFolder(data.root);
  const sessions = createSqliteSessionStore({ file: data.sessions });
  const budget = createSqliteBudgetStore({ file: data.sessions });
  const documents = createDocumentReader(ocr === undefined ? {} : { ocr });
  const logger = createStepLogger(logFile(data.log));
  const steps = adapt({
    sessions,
    budget,
    documents,
    artifacts: createFileArtifactStore({ folder: data.artifacts }),
    website: createWebsiteReader({
      allow_hosts,
      readPdf: readLinkedPdfWith(documents),
      ...(openRenderer && { openRenderer }),
    }),
    analyzer,
    writer: writer.make(logger),
    clock: { now: () => new Date() },
    logger,
    settings: settings(options, { analyzer: analyzer.name, writer: writer.made_by, ocr: ocr?.name ?? 'off' }),
  });
  const executions = createLocalExecutions({
    definition: renderStateMachine(stateMachineTemplate(), FUNCTION_ARNS),
    handlers: createPipelineHandlers(steps),
    file: data.executions,
  });
  const close = async (): Promise<void> => {
    await executions.close();
    sessions.close();
    budget.close();
  };
  return { services: { ...steps, executions }, executions, close };
}

function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER_MODE });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`The data folder ${path} cannot be used: ${said}.`, {
      cause: error,
      remedy: 'Name another folder with --data-dir DIR or INTERVIEW_PIPELINE_DATA_DIR.',
    });
  }
}

/** The data folder holds resumes: only its owner may look into it. */
const PRIVATE_FOLDER_MODE = 0o700;

const FUNCTION_ARNS: Readonly<Record<FunctionName, string>> = {
  CreateSession: localFunctionArn('CreateSession'),
  ScrapeCompany: localFunctionArn('ScrapeCompany'),
  ParseDocuments: localFunctionArn('ParseDocuments'),
  AnalyzeWithComprehend: localFunctionArn('AnalyzeWithComprehend'),
  GenerateBrief: localFunctionArn('GenerateBrief'),
  UpdateSession: localFunctionArn('UpdateSession'),
};

function settings(
  { data, environment = {}, limits = {} }: LocalServicesOptions,
  made_by: ServiceSettings['made_by'],
): ServiceSettings {
  return {
    delivery_wait_seconds: 0,
    session_id_secret: async () => localSecret(data.root),
    made_by,
    prices: pricesOf(environment, LOCAL_PRICES),
    limits,
  };
}
