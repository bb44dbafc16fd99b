import type { Prices } from '../contracts/index.ts';
import type { TextAnalyzer } from './analysis/text-analyzer.ts';
import type { ArtifactStore } from './artifacts/artifact-store.ts';
import type { DocumentUploads } from './artifacts/document-uploads.ts';
import type { BriefWriter } from './brief/brief-writer.ts';
import type { BudgetStore } from './budget/budget-ledger.ts';
import type { DocumentReader } from './documents/document-reader.ts';
import type { Executions } from './executions/executions.ts';
import type { SessionStore } from './sessions/session-store.ts';
import type { StepLogger } from './step-logger.ts';
import type { WebsiteReader } from './website/website-reader.ts';

/** The time of day, so that tests and reruns can hold it still. */
export interface Clock {
  now(): Date;
}

/** How much may be spent, in US dollars, and how much may go on at once. What is absent has no limit. */
export interface SpendLimits {
  readonly max_run_cost_usd?: number;
  /** From midnight to midnight UTC. */
  readonly daily_budget_usd?: number;
  readonly max_concurrent_runs?: number;
}

/** Settings that handlers need and the environment gives. */
export interface ServiceSettings {
  /** What WaitForDelivery waits, in seconds. */
  readonly delivery_wait_seconds: number;
  /** Gives the key of the HMAC that makes session ids from idempotency keys; it is fetched when it is first asked for. */
  readonly session_id_secret: () => Promise<string>;
  /** Which parts made a brief: `{ analyzer: "local", writer: "local", ocr: "off" }`. */
  readonly made_by: Readonly<Record<string, string>>;
  readonly prices: Prices;
  readonly limits: SpendLimits;
}

/** Everything the steps of the state machine work with: one capability a field, AWS or local behind it. */
export interface StepServices {
  readonly sessions: SessionStore;
  /** What all runs together have cost today and may still cost. */
  readonly budget: BudgetStore;
  readonly artifacts: ArtifactStore;
  readonly website: WebsiteReader;
  readonly documents: DocumentReader;
  readonly analyzer: TextAnalyzer;
  readonly writer: BriefWriter;
  readonly clock: Clock;
  readonly logger: StepLogger;
  readonly settings: ServiceSettings;
}

/** What starts and watches executions, which the steps do not. */
export interface Services extends StepServices {
  readonly executions: Executions;
}

/** Who says who a caller is: IAM or a JWT, each required once it is configured, or nobody. */
export type Authorizer = 'iam' | 'jwt' | 'none';

/** What the routes of the API work with. */
export interface ApiServices extends Services {
  readonly uploads: DocumentUploads;
  readonly authorizer: Authorizer;
}
