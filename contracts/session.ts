import { z } from 'zod';
import { UseEntry } from './cost/use.ts';
import { ExecutionId, SessionId, SourceId } from './ids.ts';
import { MAX_REPORTED_TEXT_CHARACTERS, MAX_REPORTED_WARNINGS } from './limits.ts';
import { ArtifactPointer } from './pointer.ts';

/** Where a session stands. The last four are final. */
export const SessionStatus = z.enum(['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);

/** Where a session stands. */
export type SessionStatus = z.infer<typeof SessionStatus>;

/** The states in which nothing happens any more, unless a new attempt is started. */
export const FINAL_STATUSES = [
  'SUCCEEDED',
  'FAILED',
  'TIMED_OUT',
  'ABORTED',
] as const satisfies readonly SessionStatus[];

/** The Task states, in order: the names that progress and failures are told by. */
export const TASK_STATES = [
  'CreateSession',
  'ScrapeCompany',
  'ParseDocuments',
  'AnalyzeWithComprehend',
  'GenerateBrief',
  'UpdateSession',
  'RecordFailure',
] as const;

/** The name of a Task state. */
export type TaskState = (typeof TASK_STATES)[number];

const reportedText = z.string().max(MAX_REPORTED_TEXT_CHARACTERS);

/** A page or document that a step has read, as it tells whoever watches: what it is called, how long it is, what to know before trusting it; none of its text. */
export const ReadSource = z
  .object({
    source_id: SourceId.optional().describe('As the brief names it; there once everything is read and ranked.'),
    kind: z.enum(['page', 'document']),
    title: reportedText.describe('Empty when it has none.'),
    url: reportedText.optional().describe('Of a page; absent when it is very long.'),
    file_name: reportedText.optional().describe('Of a document.'),
    words: z.number().int().nonnegative(),
    hidden_characters: z
      .number()
      .int()
      .nonnegative()
      .describe('Text that a reader would not see: it was kept apart and not used.'),
    warnings: z.array(reportedText).max(MAX_REPORTED_WARNINGS).describe('What to know before trusting it.'),
  })
  .meta({ id: 'ReadSource' });

/** A page or document that a step has read, as it tells whoever watches. */
export type ReadSource = z.infer<typeof ReadSource>;

/** How far one state is: times in ISO 8601 UTC, counts by name (`pages`, `claims`), at most twelve. */
export const StateProgress = z.object({
  status: z.enum(['running', 'succeeded', 'failed']),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().optional(),
  /** Invocations of the function in this execution, counted from 1: more than one means that it was retried. */
  invocations: z.number().int().positive(),
  /** True when the stored result of an earlier invocation was returned. */
  reused: z.boolean(),
  counts: z.record(z.string().max(40), z.number()),
  /** What a reading step has read so far, in the order of reading; by rank once it has ended. */
  sources: z.array(ReadSource).optional(),
  error: z.string().max(100).optional(),
});

/** How far one state is. */
export type StateProgress = z.infer<typeof StateProgress>;

/** Why a session failed. */
export const Failure = z.object({
  state: z.string().max(80),
  error: z.string().max(256),
  cause: z.string().max(1_500),
  remedy: z.string().max(1_000),
});

/** Why a session failed. */
export type Failure = z.infer<typeof Failure>;

/** Where the brief lies, in its three forms. */
export const BriefPointers = z.object({ json: ArtifactPointer, markdown: ArtifactPointer, html: ArtifactPointer });

/** Where the brief lies. */
export type BriefPointers = z.infer<typeof BriefPointers>;

/** What a session used when it ended: the counts of {@link RunUsage} and its estimated cost, by name. */
export const SessionUsage = z.record(z.string().max(60), z.number());

/** What a session used. */
export type SessionUsage = z.infer<typeof SessionUsage>;

/** The session row: one per session, whichever attempt is running. */
export const SessionRow = z.object({
  schema_version: z.literal(1),
  session_id: SessionId.or(ExecutionId),
  status: SessionStatus,
  degraded: z.boolean(),
  attempt: z.number().int().positive(),
  execution_id: ExecutionId,
  execution_arn: z.string().max(2_048).optional(),
  owner: z.string().min(1).max(512),
  /** SHA-256 of the request's canonical JSON: tells a repeated request from another one under the same key. */
  request_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  company_name: z.string(),
  company_url: z.string(),
  /** Attribute `progress_{State}` each in the store; together here. */
  progress: z.partialRecord(z.enum(TASK_STATES), StateProgress),
  failure: Failure.optional(),
  brief: BriefPointers.optional(),
  usage: SessionUsage,
  /**
   * Attribute `used_{State}` each in the store: what each state used, by account. A state that is invoked again opens another account, so that what was paid in
   * vain counts too; attempts add to it, nothing takes it away.
   */
  used: z.partialRecord(z.enum(TASK_STATES), z.record(z.string().max(40), UseEntry)).optional(),
  /** State transitions of the attempts before this one, whose progress is gone. */
  earlier_transitions: z.number().int().nonnegative().optional(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  /** Epoch seconds after which the store may forget the row. */
  expires_at: z.number().int().positive(),
});

/** The session row. */
export type SessionRow = z.infer<typeof SessionRow>;
