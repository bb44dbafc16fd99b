import { z } from 'zod';
import { DocumentPurpose } from './document-reference.ts';
import { Gap } from './gap.ts';
import { PassageId, SourceId } from './ids.ts';
import { ArtifactPointer } from './pointer.ts';

/** What a page is for an interviewee; `other` when nothing tells. */
export const PageKind = z.enum([
  'home',
  'about',
  'team',
  'values',
  'careers',
  'role',
  'products',
  'pricing',
  'customers',
  'news',
  'engineering',
  'contact',
  'job_description',
  'other',
]);

/** What a page is for an interviewee. */
export type PageKind = z.infer<typeof PageKind>;

/** What part of a page or document a block was. `metadata` is text that only machines read on the page but visitors are meant to get: description, JSON-LD. */
export const BlockKind = z.enum(['heading', 'paragraph', 'list_item', 'table_row', 'quote', 'code', 'metadata']);

/** What part of a page or document a block was. */
export type BlockKind = z.infer<typeof BlockKind>;

/**
 * A piece of normalized visible text as an extractor gives it, in reading order. `text` is NFKC, de-hyphenated, with single spaces
 * inside; `level` is a heading's 1–6; `page` counts a document's pages from 1; `date` is a date that the block itself bears (YYYY-MM-DD).
 */
export const Block = z.object({
  kind: BlockKind,
  text: z.string().min(1),
  level: z.number().int().min(1).max(6).optional(),
  page: z.number().int().positive().optional(),
  date: z.iso.date().optional(),
});

/** A block of text. */
export type Block = z.infer<typeof Block>;

/**
 * A citable piece of a source: `text.slice(start, end)` of the source's text, offsets in UTF-16 code units. `headings` are those it
 * stands under, outermost first.
 */
export const Passage = z.object({
  passage_id: PassageId,
  kind: BlockKind,
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  text: z.string().min(1),
  headings: z.array(z.string()).max(6),
  page: z.number().int().positive().optional(),
  date: z.iso.date().optional(),
});

/** A passage. */
export type Passage = z.infer<typeof Passage>;

/** Text that a reader of the page or document would not see; kept apart, counted, never given to analyzer or writer. */
export const HiddenText = z.object({
  characters: z.number().int().nonnegative(),
  /** How it was hidden, for the warning beside the source: "display:none", "white on white". */
  reasons: z.array(z.string().max(100)).max(20),
});

/** Hidden text of a source. */
export type HiddenText = z.infer<typeof HiddenText>;

const sourceCommon = {
  source_id: SourceId,
  title: z.string().max(500),
  /** When it was fetched or taken in, ISO 8601 UTC. */
  fetched_at: z.iso.datetime(),
  /** The date the page or document says it was published, never the crawl's and never the copyright line's. */
  published_at: z.iso.date().optional(),
  /** SHA-256 of the visible text, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  characters: z.number().int().nonnegative(),
  language: z.string().max(35).optional(),
  hidden: HiddenText.optional(),
  /** Sentences for the reader of the source list, e.g. that the text was cut. */
  warnings: z.array(z.string().max(500)).max(20),
  /** The visible text, `work/{session_id}/…/sources/{source_id}.txt`. */
  text: ArtifactPointer,
};

/** A page that was read. */
export const PageSource = z.object({ kind: z.literal('page'), url: z.url(), page_kind: PageKind, ...sourceCommon });

/** A page that was read. */
export type PageSource = z.infer<typeof PageSource>;

/** A document that was read. */
export const DocumentSource = z.object({
  kind: z.literal('document'),
  file_name: z.string().max(255),
  purpose: DocumentPurpose,
  pages: z.number().int().positive().optional(),
  ...sourceCommon,
  /** What a resume or job description says, by what it is about ({@link DocumentStructure}). */
  structure: ArtifactPointer.optional(),
});

/** A document that was read. */
export type DocumentSource = z.infer<typeof DocumentSource>;

/** A page or document that was read. */
export const Source = z.discriminatedUnion('kind', [PageSource, DocumentSource]);

/** A page or document that was read. */
export type Source = z.infer<typeof Source>;

/** A source together with its passages in reading order. */
export const SourceWithPassages = z.object({ source: Source, passages: z.array(Passage) });

/** A source together with its passages in reading order. */
export type SourceWithPassages = z.infer<typeof SourceWithPassages>;

/** What a reading step leaves in the artifact store: the sources with their passages, what is missing, and what left the machine. */
export const SourceManifest = z.object({
  sources: z.array(SourceWithPassages),
  gaps: z.array(Gap),
  /** Requests made, by host. */
  requests: z.record(z.string(), z.number().int().nonnegative()),
});

/** What a reading step leaves in the artifact store. */
export type SourceManifest = z.infer<typeof SourceManifest>;
