import { createHash } from 'node:crypto';
import type { Block, HiddenText, Source, SourceWithPassages } from '../../contracts/index.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { buildPassages } from './build-passages.ts';

/** What pages and documents have in common once they are read. */
export interface ReadContent {
  readonly title: string;
  readonly published_at?: string;
  readonly language?: string;
  readonly blocks: readonly Block[];
  readonly hidden?: HiddenText;
  readonly warnings: readonly string[];
}

/** What only the kind of source knows of itself. */
export type SourceIdentity =
  | Pick<Extract<Source, { kind: 'page' }>, 'source_id' | 'kind' | 'url' | 'page_kind' | 'fetched_at'>
  | Pick<
      Extract<Source, { kind: 'document' }>,
      'source_id' | 'kind' | 'file_name' | 'purpose' | 'pages' | 'fetched_at'
    >;

/** What the source list says when a text was longer than a source may be. */
const CUT_WARNING = 'The text was longer than 400,000 characters; what follows was not read.';

/** Longest title kept, in characters. */
const MAX_TITLE_CHARACTERS = 500;

/** Cuts content into passages, stores its text under `{prefix}sources/{source_id}.txt` and gives the source. */
export async function storeSource(
  artifacts: ArtifactStore,
  prefix: string,
  identity: SourceIdentity,
  content: ReadContent,
): Promise<SourceWithPassages> {
  const { text, passages, cut } = buildPassages(identity.source_id, content.blocks);
  const pointer = await artifacts.putOnce(
    `${prefix}sources/${identity.source_id}.txt`,
    text,
    'text/plain; charset=utf-8',
  );
  const source: Source = {
    ...identity,
    title: content.title.slice(0, MAX_TITLE_CHARACTERS),
    sha256: createHash('sha256').update(text).digest('hex'),
    characters: text.length,
    warnings: cut ? [...content.warnings, CUT_WARNING] : [...content.warnings],
    text: pointer,
    ...(content.published_at === undefined ? {} : { published_at: content.published_at }),
    ...(content.language === undefined ? {} : { language: content.language }),
    ...(content.hidden === undefined ? {} : { hidden: content.hidden }),
  };
  return { source, passages: [...passages] };
}
