import type { TaskState } from '../session.ts';
import { analyzeWithComprehend } from './analyze-with-comprehend.ts';
import { createSession } from './create-session.ts';
import { generateBrief } from './generate-brief.ts';
import { parseDocuments } from './parse-documents.ts';
import { recordFailure } from './record-failure.ts';
import { scrapeCompany } from './scrape-company.ts';
import type { StateContract } from './state-contract.ts';
import { updateSession } from './update-session.ts';

/** The contract of every Task state. A Task that is not here fails the checks; a contract whose Task is missing too. */
export const STATE_CONTRACTS = {
  CreateSession: createSession,
  ScrapeCompany: scrapeCompany,
  ParseDocuments: parseDocuments,
  AnalyzeWithComprehend: analyzeWithComprehend,
  GenerateBrief: generateBrief,
  UpdateSession: updateSession,
  RecordFailure: recordFailure,
} as const satisfies { readonly [State in TaskState]: StateContract };
