import type {
  Analysis,
  Audience,
  ClaimBasis,
  DocumentStructure,
  FitStrength,
  Gap,
  SectionId,
  SourceWithPassages,
} from '../../contracts/index.ts';
import type { SpendMeter } from '../cost/spend-meter.ts';
import type { PaidAnswers } from '../paid/paid-answers.ts';

/** What a writer works with. Gaps are those of reading and analyzing. */
export interface WritingRequest {
  readonly company_name: string;
  readonly company_url: string;
  readonly role: string | null;
  readonly audience: Audience | null;
  readonly sources: readonly SourceWithPassages[];
  /** What the resume and the job description say, by their source ids; without them writers read both themselves. */
  readonly structures?: ReadonlyMap<string, DocumentStructure>;
  readonly analysis: Analysis;
  readonly gaps: readonly Gap[];
  /** The day of the run, to tell recent news from old. */
  readonly today: Date;
  readonly signal?: AbortSignal;
  /** Counts what is paid for; a writer that is given none counts nothing. */
  readonly meter?: SpendMeter;
  /** What a model was asked before in this session; without it every call is made anew. */
  readonly paid?: PaidAnswers;
}

/** Where a draft claim stands: a passage and a span of it (UTF-16 code units from the passage's first; the whole passage without a span). The writer never types a quote. */
export interface DraftCitation {
  readonly passage_id: string;
  readonly start?: number;
  readonly end?: number;
}

/** A claim as a writer hands it in, before the check. */
export interface DraftClaim {
  readonly statement: string;
  readonly basis: ClaimBasis;
  readonly citations: readonly DraftCitation[];
  readonly date?: string;
  readonly audience?: Audience;
  readonly fit?: { readonly requirement: string; readonly strength: FitStrength; readonly advice?: string };
}

/** A section as a writer hands it in, claims in order of importance: the word cap cuts from the end. */
export interface DraftSection {
  readonly section_id: SectionId;
  readonly claims: readonly DraftClaim[];
}

/** What a writer hands in. */
export interface Draft {
  readonly sections: readonly DraftSection[];
  /** What the writer sought and did not find. */
  readonly gaps: readonly Gap[];
  readonly usage: {
    readonly input_tokens: number;
    readonly output_tokens: number;
    /** Milliseconds that calls to a model took, all added; absent when no model wrote. */
    readonly model_latency_ms?: number;
    readonly left_out: readonly string[];
  };
}

/**
 * Writes a brief's draft from passages. Throws `ModelRefusedError`, `ModelOutputInvalidError`, `GuardrailBlockedError`, `QuotaExceededError`,
 * `TransientUpstreamError` or `PermissionDeniedError` when a model does; the local writer throws nothing.
 */
export interface BriefWriter {
  readonly name: string;
  write(request: WritingRequest): Promise<Draft>;
}
