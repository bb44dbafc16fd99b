import type { EntityType } from '../../../contracts/index.ts';

/** Something named at one place, before variants are joined. */
export interface FoundName {
  readonly type: EntityType;
  /** As it stands in the passage: `passage.text.slice(start, end)`. */
  readonly form: string;
  /** What variants share. */
  readonly key: string;
  readonly source_id: string;
  readonly passage_id: string;
  readonly start: number;
  readonly end: number;
  /** How sure, 0 to 1. */
  readonly score: number;
  /** A single word that names something only if a fuller name stands elsewhere ("Jane" for Jane Doe). */
  readonly needsFullerName?: boolean;
}
