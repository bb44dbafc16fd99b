import type { Source } from '../../../contracts/index.ts';
import type { OperatorAws } from '../../../services/operator/operator-aws.ts';
import type { SourceText } from './check-quotes.ts';
import type { RereadOptions } from './read-again.ts';
import { readAgain } from './read-again.ts';
import { readStored } from './read-stored.ts';

/** Where texts are to be had. */
export interface TextPlaces extends RereadOptions {
  readonly how: 'auto' | 'stored' | 'again';
  /** The bucket of artifacts; undefined where there is none, as on one machine. */
  readonly bucket: string | undefined;
  readonly aws: Pick<OperatorAws, 'readStoredText'>;
}

/**
 * Gets the texts of sources, by source id. The API gives out none, so they come from the bucket, where the run stored the very text, or from the sources
 * themselves, read again; `auto` reads again what the bucket does not give.
 */
export async function sourceTexts(
  sources: readonly Source[],
  { how, bucket, aws, ...reread }: TextPlaces,
): Promise<ReadonlyMap<string, SourceText>> {
  if (how === 'again' || bucket === undefined) return readAgain(sources, reread);
  const stored = await readStored(sources, bucket, aws.readStoredText);
  if (how === 'stored') return stored;
  const left = sources.filter(({ source_id }) => 'unread' in (stored.get(source_id) ?? { unread: '' }));
  return new Map([...stored, ...(left.length === 0 ? [] : await readAgain(left, reread))]);
}
