import type { OperatorAws } from '../../../services/operator/operator-aws.ts';
import type { PipelineContext } from '../../../stacks/pipeline-context.ts';

/** What an account says of an assumption: `unknown` when it cannot be told here and now. */
export type Verdict = 'confirmed' | 'different' | 'unknown';

/** An answer with what it stands on. */
export interface Answer {
  readonly verdict: Verdict;
  /** What was seen. */
  readonly found: string;
  /** What to change or to do; always there unless it is confirmed. */
  readonly change?: string;
}

/** What checks work with. */
export interface FactContext {
  readonly context: PipelineContext;
  readonly aws: OperatorAws;
  /** The address of the deployed API, when it was given. */
  readonly api_url: URL | undefined;
}

/** Something about AWS that this project assumes and only an account can show. */
export interface Fact {
  readonly id: string;
  readonly assumed: string;
  /** The file or setting that rests on it. */
  readonly configured: string;
  /** How an account shows it, in words. */
  readonly shown_by: string;
  /** What a look costs at most; nothing when it is not given. */
  readonly costs?: string;
  /** Asks the account. Throws declared errors. Without it no call can tell. */
  readonly check?: (context: FactContext) => Promise<Answer>;
}

/** The account says that it is so. */
export function confirmed(found: string): Answer {
  return { verdict: 'confirmed', found };
}

/** The account says otherwise. */
export function different(found: string, change: string): Answer {
  return { verdict: 'different', found, change };
}

/** It cannot be told now. */
export function unknown(found: string, change: string): Answer {
  return { verdict: 'unknown', found, change };
}
