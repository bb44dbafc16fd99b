import { ReadResult, RunState } from './run-state.ts';
import type { StateContract } from './state-contract.ts';

/** Input of ScrapeCompany. */
export const ScrapeCompanyInput = RunState.pick({
  session_id: true,
  execution_id: true,
  company_name: true,
  company_url: true,
  also_urls: true,
  job_url: true,
  max_pages: true,
  deadline_at: true,
});

/** Reads the company's site and the pages named beside it. */
export const scrapeCompany = {
  state: 'ScrapeCompany',
  function: 'ScrapeCompany',
  summary:
    'Reads the pages of the company site that matter first, and those named beside it; leaves their text and passages in the artifact store.',
  input: ScrapeCompanyInput,
  output: ReadResult,
  errors: [
    'SiteUnavailableError',
    'RejectedInputError',
    'TransientUpstreamError',
    'PermissionDeniedError',
    'ConfigurationError',
  ],
  environment: ['ARTIFACTS_BUCKET', 'SESSIONS_TABLE'],
  volatile: ['execution_id', 'deadline_at'],
  stores_result: true,
  timeouts: { sdk_seconds: 20, function_seconds: 300, attempt_seconds: 310 },
  // As much as for documents: the PDFs that a site links are parsed in a process beside the crawl, which may take 1,024 MB of its own.
  memory_mb: 2_048,
} as const satisfies StateContract;
