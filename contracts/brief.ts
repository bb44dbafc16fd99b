import { z } from 'zod';
import { RunUsage } from './cost/run-usage.ts';
import { Gap } from './gap.ts';
import { PassageId, SourceId } from './ids.ts';
import { MAX_CITATIONS, MAX_CONTEXT_CHARACTERS } from './limits.ts';
import { Source } from './source.ts';

/** Whom the candidate will talk with. */
export const Audience = z.enum(['recruiter', 'hiring_manager', 'peer', 'panel']);

/** Whom the candidate will talk with. */
export type Audience = z.infer<typeof Audience>;

/**
 * The words in a source that a claim stands on. `quote` is `text.slice(start, end)` of the source's text (UTF-16 code units): code
 * copies it, no writer types it.
 */
export const Citation = z.object({
  source_id: SourceId,
  passage_id: PassageId,
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  quote: z.string().min(1),
  context: z
    .object({ before: z.string().max(MAX_CONTEXT_CHARACTERS), after: z.string().max(MAX_CONTEXT_CHARACTERS) })
    .optional()
    .describe('The words that stand around the quote, copied as well; absent when it stands alone.'),
});

/** The words in a source that a claim stands on. */
export type Citation = z.infer<typeof Citation>;

/** `stated`: the sources say so. `inferred`: advice or a conclusion, drawn from what is cited. */
export const ClaimBasis = z.enum(['stated', 'inferred']);

/** Whether the sources say it or it is concluded from them. */
export type ClaimBasis = z.infer<typeof ClaimBasis>;

/** How well the resume meets a requirement. */
export const FitStrength = z.enum(['strong', 'partial', 'missing']);

/** How well the resume meets a requirement. */
export type FitStrength = z.infer<typeof FitStrength>;

/** A statement with the words it stands on: at least one citation, always. */
export const Claim = z.object({
  /** Position in its section, counted from 1, after the section's id: `leadership-2`. */
  claim_id: z.string().regex(/^[a-z_]+-[1-9][0-9]*$/),
  statement: z.string().min(1).max(1_000),
  basis: ClaimBasis,
  citations: z.array(Citation).min(1).max(MAX_CITATIONS),
  /** News: the date the page gives. */
  date: z.iso.date().optional(),
  /** Likely questions: who asks. */
  audience: Audience.optional(),
  /** Fit: the requirement this answers, how well, and how to address a gap. */
  fit: z
    .object({ requirement: z.string().max(500), strength: FitStrength, advice: z.string().max(500).optional() })
    .optional(),
});

/** A statement with the words it stands on. */
export type Claim = z.infer<typeof Claim>;

/** The sections of a brief in reading order; the first five make the first page. */
export const SectionId = z.enum([
  'what_they_do',
  'why_you_fit',
  'questions_to_expect',
  'questions_to_ask_first',
  'risks',
  'products_and_customers',
  'leadership',
  'culture_and_values',
  'recent_news',
  'technology',
  'open_roles',
  'fit',
  'likely_questions',
  'stories_to_tell',
  'questions_to_ask',
  'vocabulary',
  'red_flags',
]);

/** A section's id. */
export type SectionId = z.infer<typeof SectionId>;

/** A section that has something to say; an empty one is a line under the brief's gaps instead. */
export const Section = z.object({
  section_id: SectionId,
  title: z.string().min(1).max(100),
  claims: z.array(Claim).min(1),
});

/** A section of a brief. */
export type Section = z.infer<typeof Section>;

/** What the run used until the brief was written, the transitions to its end included. */
export const Usage = RunUsage.extend({
  /** Requests made, by host: all that left the machine. */
  requests: z.record(z.string(), z.number().int().nonnegative()),
  /** Milliseconds that calls to the model took, all added, some of them at once; absent when no model wrote. */
  model_latency_ms: z.number().int().nonnegative().optional(),
  /** What was not given to the writer because it did not fit, by source. */
  left_out: z.array(z.string().max(500)),
});

/** What the run used. */
export type Usage = z.infer<typeof Usage>;

/** The interview brief. Every statement in it is a claim with citations into `sources`. */
export const Brief = z.object({
  schema_version: z.literal(1),
  session_id: z.string(),
  execution_id: z.string(),
  company_name: z.string(),
  company_url: z.string(),
  role: z.string().optional(),
  audience: Audience.optional(),
  generated_at: z.iso.datetime(),
  /** Which parts made it, e.g. `{ analyzer: "local", writer: "local", ocr: "off" }`. */
  made_by: z.record(z.string(), z.string()),
  /** True when something that was asked for could not be read. */
  degraded: z.boolean(),
  sections: z.array(Section),
  gaps: z.array(Gap),
  sources: z.array(Source),
  /** Claims that the check dropped, by reason. */
  dropped_claims: z.record(z.string(), z.number().int().nonnegative()),
  /** Words before the list of sources. */
  words: z.number().int().nonnegative(),
  usage: Usage,
});

/** The interview brief. */
export type Brief = z.infer<typeof Brief>;
