import { z } from 'zod';
import { Audience } from '../brief.ts';
import { DocumentReference } from '../document-reference.ts';
import { ExecutionId, SessionId } from '../ids.ts';
import { MAX_DELIVERY_WAIT_SECONDS } from '../limits.ts';
import { ArtifactPointer } from '../pointer.ts';

/** A session's id as the state carries it: ours, or made from the name of an execution that was started by hand. */
export const AnySessionId = SessionId.or(ExecutionId);

/** The ids that every state after CreateSession carries. */
export const RunIds = z.object({ session_id: AnySessionId, execution_id: ExecutionId });

/** The state after CreateSession: the request with every default filled in, the ids, and the times that bound the run. Every field is always there, so that every path resolves. */
export const RunState = RunIds.extend({
  attempt: z.number().int().positive(),
  /** After this moment nothing more is read, ISO 8601 UTC. */
  deadline_at: z.iso.datetime(),
  /** What WaitForDelivery waits. */
  wait_seconds: z.number().int().nonnegative().max(MAX_DELIVERY_WAIT_SECONDS),
  company_name: z.string(),
  company_url: z.string(),
  also_urls: z.array(z.string()),
  job_url: z.string().nullable(),
  documents: z.array(DocumentReference),
  document_count: z.number().int().nonnegative(),
  role: z.string().nullable(),
  audience: Audience.nullable(),
  max_pages: z.number().int().positive(),
});

/** The state after CreateSession. */
export type RunState = z.infer<typeof RunState>;

/** What a reading step hands on: a pointer to its manifest, and counts. */
export const ReadResult = z.object({
  status: z.literal('read'),
  manifest: ArtifactPointer,
  source_count: z.number().int().nonnegative(),
  passage_count: z.number().int().nonnegative(),
  characters: z.number().int().nonnegative(),
  gap_count: z.number().int().nonnegative(),
});

/** What a reading step hands on. */
export type ReadResult = z.infer<typeof ReadResult>;

/** What the Pass state WebsiteUnavailable puts in the place of a result: the error's name and Lambda's error JSON. */
export const UnavailableResult = z.object({ status: z.literal('unavailable'), error: z.string(), cause: z.string() });

/** What stands in the place of a result that could not be had. */
export type UnavailableResult = z.infer<typeof UnavailableResult>;

/** What the Pass state NoDocuments puts in the place of a result. */
export const NoResult = z.object({ status: z.literal('none') });

/** What a branch of GatherSources hands on. */
export const BranchResult = z.discriminatedUnion('status', [ReadResult, UnavailableResult, NoResult]);

/** What a branch of GatherSources hands on. */
export type BranchResult = z.infer<typeof BranchResult>;

/** The state after MergeResults. */
export const MergedState = RunState.omit({
  also_urls: true,
  job_url: true,
  documents: true,
  document_count: true,
  max_pages: true,
}).extend({
  website: BranchResult,
  documents: BranchResult,
});

/** The state after MergeResults. */
export type MergedState = z.infer<typeof MergedState>;
