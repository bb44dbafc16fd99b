import type { FunctionName } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import { createHandler as createAnalyzeWithComprehend } from './analyze-with-comprehend.ts';
import { createHandler as createCreateSession } from './create-session.ts';
import type { Handler } from './define-handler.ts';
import { createHandler as createGenerateBrief } from './generate-brief.ts';
import { createHandler as createParseDocuments } from './parse-documents.ts';
import { createHandler as createScrapeCompany } from './scrape-company.ts';
import { createHandler as createUpdateSession } from './update-session.ts';

/** The handler of every function that serves the state machine: what a laptop runs in one process, one Lambda each in AWS. */
export function createPipelineHandlers(services: StepServices): { readonly [Name in FunctionName]: Handler } {
  return {
    CreateSession: createCreateSession(services),
    ScrapeCompany: createScrapeCompany(services),
    ParseDocuments: createParseDocuments(services),
    AnalyzeWithComprehend: createAnalyzeWithComprehend(services),
    GenerateBrief: createGenerateBrief(services),
    UpdateSession: createUpdateSession(services),
  };
}
