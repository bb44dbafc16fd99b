import type { Analysis, SourceWithPassages } from '../../contracts/index.ts';

/** What to analyze: every source with its passages, and the company that the run is about. */
export interface AnalysisRequest {
  readonly company_name: string;
  readonly sources: readonly SourceWithPassages[];
  readonly signal?: AbortSignal;
}

/**
 * Finds entities, key phrases, sentiment and language. Never fails on a text: what it cannot analyze is a gap. Throws
 * `TransientUpstreamError`, `QuotaExceededError` or `PermissionDeniedError` when an outside service does.
 */
export interface TextAnalyzer {
  readonly name: string;
  analyze(request: AnalysisRequest): Promise<Analysis>;
}
