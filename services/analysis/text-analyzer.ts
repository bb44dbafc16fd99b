import type { Analysis, SourceWithPassages } from '../../contracts/index.ts';
import type { SpendMeter } from '../cost/spend-meter.ts';
import type { PaidAnswers } from '../paid/paid-answers.ts';

/** What to analyze: every source with its passages, and the company that the run is about. */
export interface AnalysisRequest {
  readonly company_name: string;
  readonly sources: readonly SourceWithPassages[];
  readonly signal?: AbortSignal;
  /** Counts what is paid for; a paid analyzer that is given none counts nothing. */
  readonly meter?: SpendMeter;
  /** What an outside service was asked before in this session; without it every request is made anew. */
  readonly paid?: PaidAnswers;
}

/**
 * Finds entities, key phrases, sentiment and language. Never fails on a text: what it cannot analyze is a gap. Throws
 * `TransientUpstreamError`, `QuotaExceededError` or `PermissionDeniedError` when an outside service does.
 */
export interface TextAnalyzer {
  readonly name: string;
  analyze(request: AnalysisRequest): Promise<Analysis>;
}
