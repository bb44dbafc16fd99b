import { z } from 'zod';
import { Gap } from './gap.ts';
import { PassageId, SourceId } from './ids.ts';

/** Entity types: those of Amazon Comprehend. */
export const EntityType = z.enum([
  'PERSON',
  'LOCATION',
  'ORGANIZATION',
  'COMMERCIAL_ITEM',
  'EVENT',
  'DATE',
  'QUANTITY',
  'TITLE',
  'OTHER',
]);

/** An entity's type. */
export type EntityType = z.infer<typeof EntityType>;

/** Where something was found: a span of a passage; `start` and `end` count UTF-16 code units from the passage's first. */
export const Mention = z.object({
  passage_id: PassageId,
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});

/** Where something was found. */
export type Mention = z.infer<typeof Mention>;

/** Something named in the sources, merged over its variants and over all sources. */
export const Entity = z.object({
  type: EntityType,
  /** The form used most. */
  name: z.string().min(1).max(300),
  /** Further forms found ("Acme Inc."). */
  variants: z.array(z.string().max(300)),
  /** How often it was found in all. */
  count: z.number().int().positive(),
  source_ids: z.array(SourceId).min(1),
  /** Mean confidence, 0 to 1. */
  score: z.number().min(0).max(1),
  /** Some of the places, most telling first; at most 20. */
  mentions: z.array(Mention).max(20),
  /** True for the company that the run is about. */
  is_company: z.boolean(),
});

/** Something named in the sources. */
export type Entity = z.infer<typeof Entity>;

/** A phrase that carries what a text is about, merged over all sources. */
export const KeyPhrase = z.object({
  text: z.string().min(1).max(300),
  count: z.number().int().positive(),
  source_ids: z.array(SourceId).min(1),
  score: z.number().min(0).max(1),
  mentions: z.array(Mention).max(20),
});

/** A key phrase. */
export type KeyPhrase = z.infer<typeof KeyPhrase>;

/** How a text sounds: the label and its four scores, which sum to about 1, as Amazon Comprehend gives them. */
export const Sentiment = z.object({
  label: z.enum(['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED']),
  positive: z.number().min(0).max(1),
  negative: z.number().min(0).max(1),
  neutral: z.number().min(0).max(1),
  mixed: z.number().min(0).max(1),
});

/** How a text sounds. */
export type Sentiment = z.infer<typeof Sentiment>;

/** The analysis of one source. */
export const SourceAnalysis = z.object({
  source_id: SourceId,
  /** BCP 47 tag of the dominant language, or `und`. */
  language: z.string().min(2).max(35),
  /** Absent when the language is not supported or the text too short. */
  sentiment: Sentiment.optional(),
  entities: z.number().int().nonnegative(),
  key_phrases: z.number().int().nonnegative(),
});

/** The analysis of one source. */
export type SourceAnalysis = z.infer<typeof SourceAnalysis>;

/** The analysis of all sources, merged. Lists are sorted by count, then name. */
export const Analysis = z.object({
  /** Which part made it: `local` or `comprehend`. */
  analyzer: z.string().max(100),
  sources: z.array(SourceAnalysis),
  entities: z.array(Entity),
  key_phrases: z.array(KeyPhrase),
  gaps: z.array(Gap),
  usage: z.object({
    characters: z.number().int().nonnegative(),
    /** Units that Amazon Comprehend bills (100 characters each); 0 for the local analyzer. */
    comprehend_units: z.number().int().nonnegative(),
  }),
});

/** The analysis of all sources. */
export type Analysis = z.infer<typeof Analysis>;
